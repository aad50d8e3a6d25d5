package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.LegacyClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Before a streaming POST on a used connection the JDK reads for a millisecond; where the agent has looked there is no need to, as strace shows. */
@OnEveryJdk
class StreamingLookIT {
    private static final int REQUESTS = 20;

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void noPostWaitsForAMillisecond() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
        assertThat(waits(AgentJvm.on(jdk).agent(), "agent")).isZero();
        assertThat(waits(AgentJvm.on(jdk), "plain"))
                .isBetween(1L, REQUESTS - 1L); // none where the millisecond was over before it could wait
    }

    private long waits(AgentJvm jvm, String name) throws IOException {
        Path trace = directory.resolve(name);
        try (Site site = ServerJvm.site()) {
            RunningJvm traced = jvm.under("strace", "-f", "-qq", "-e", "trace=poll", "-o", trace.toString())
                    .start(LegacyClient.class);
            try (ClientJvm client = new ClientJvm(traced, name.equals("agent"))) {
                Ask post = Ask.of(site, "body=10").body(30).with("streaming", "fixed");
                assertThat(client.load(post, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            }
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
        return Files.readAllLines(trace).stream()
                .filter(call -> call.matches(".*poll\\(\\[\\{fd=\\d+, events=POLLIN[^]]*}], 1, 1\\b.*"))
                .count();
    }
}
