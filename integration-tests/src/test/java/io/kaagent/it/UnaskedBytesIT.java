package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A server that sends a second response in the packet of the first. */
@OnEveryJdk
class UnaskedBytesIT {
    private static final int REQUESTS = 20;

    @Parameter
    Jdk jdk;

    @Test
    void endTheReuseOfItsConnectionsAndAreWarnedOfOnce() {
        ClientJvm client = AgentJvm.on(jdk).agent().client();
        try (Site site = ServerJvm.site();
                Site other = ServerJvm.site()) {
            Ask stray = Ask.of(site, "body=100&stray").finish(Finish.EXACT_CLOSE);
            assertThat(client.load(stray, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(client.load(Ask.of(site, "body=100"), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(site.tally().accepted()).isEqualTo(2 * REQUESTS);
            assertThat(client.load(Ask.of(other, "body=100"), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(other.tally().accepted()).isEqualTo(1);
            assertWarnedOnceOf(site.origin(), client.finish());
        }
    }

    private static void assertWarnedOnceOf(String origin, FinishedJvm finished) {
        assertThat(finished.exit()).isZero();
        List<String> said = finished.err();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).matches(BuiltJar.startLine());
        assertThat(said.get(1)).contains("WARN").contains(origin).contains("sent bytes that belong to no response");
    }
}
