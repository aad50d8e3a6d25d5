package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Endings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** {@code ka.summary=true}: the one line at the end, however that comes. What it counts is for {@link CountersIT}. */
@OnEveryJdkAtOnce
class SummaryIT {
    private static final String LINE = "ka-agent 0\\.1\\.0: 2 requests over 1 connection to 1 origin; 50\\.0 % reused;"
            + " saved 1 connect, about \\d+\\.?\\d* m?s; 0 waited; 0 sent again, 0 leaked, 0 failures of the agent";

    @Parameter
    Jdk jdk;

    @Test
    void comesWhenAThreadOfTheApplicationsExitsWhileOthersRun() {
        assertSummary(ended("exit in a daemon"), 3);
    }

    @Test
    void comesUnderASecurityManagerThatAllowsNothingOfIt(@TempDir Path directory) throws IOException {
        assumeTrue(!jdk.isAtLeast(18), "security managers are switched off");
        Path policy = Files.writeString(
                directory.resolve("policy"),
                "grant { permission java.net.SocketPermission \"127.0.0.1:1024-\", \"connect,resolve\"; };");
        assertSummary(ended("return", "-Djava.security.manager", "-Djava.security.policy==" + policy), 0);
    }

    @Test
    void holdsNobodyUpWhoExitsWithTheErrorStreamInHand() {
        FinishedJvm finished = ended("exit with the error stream locked");
        assertThat(finished.exit()).isEqualTo(4);
        assertThat(finished.out()).containsExactly("2 requests");
    }

    @Test
    void doesNotComeWhereTheJvmIsHalted() {
        FinishedJvm finished = ended("halt");
        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.err()).hasSize(1);
    }

    @Test
    void doesNotComeWhereNothingWasPooled() {
        FinishedJvm finished = AgentJvm.on(jdk).agent("summary=true").run(Endings.class, "return");
        assertThat(finished.out()).containsExactly("0 requests");
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }

    private FinishedJvm ended(String how, String... options) {
        try (Site site = ServerJvm.site()) {
            AgentJvm jvm = AgentJvm.on(jdk).agent("summary=true,log=off");
            for (String option : options) {
                jvm.option(option);
            }
            return jvm.run(Endings.class, how, site.url("body=10"));
        }
    }

    private static void assertSummary(FinishedJvm finished, int exit) {
        assertThat(finished.exit()).as("%s", finished).isEqualTo(exit);
        assertThat(finished.out()).containsExactly("2 requests");
        assertThat(finished.errWithout("WARNING: ")).hasSize(2);
        assertThat(finished.errWithout("WARNING: ").get(0)).matches(BuiltJar.startLine());
        assertThat(finished.errWithout("WARNING: ").get(1)).matches(LINE);
    }
}
