package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A release nobody has seen yet: what counts is whether the seams are there, not what it is called. */
@OnEveryJdk
class NewerJdkIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void anUnknownReleaseWithAllSeamsIsPooled() throws IOException {
        assumeTrue(jdk.isAtLeast(9), "a JDK 8 can't pass for a newer one");
        String patch = PatchedJdk.claimingToBe(99, jdk, directory);
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished =
                    AgentJvm.on(jdk).agent().option("-Xshare:off").option(patch).run(Hello.class, site.url("body=10"));
            assertThat(finished.out()).containsExactly("hello", "connection 1, connection 1");
            assertThat(finished.exit()).isZero();
            assertThat(String.join("\n", finished.err()))
                    .matches(BuiltJar.startLine())
                    .contains("JDK 99");
        }
    }
}
