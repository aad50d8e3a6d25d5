package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;

/**
 * Servers that close right after an answer, or under the next request, without saying so. An application that calls {@code disconnect()}
 * never notices on a plain JDK, where each of its requests has a connection of its own; with the agent at most one request may be the
 * first that meets it.
 */
class SilentCloseIT extends SharedClient {
    private static final int REQUESTS = 50;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Override
    String[] mayWarnOf() {
        return new String[] {" once more"};
    }

    @Test
    void aStreamingPutFailsOnceAtMost() {
        failsOnceAtMost("PUT", "fixed");
    }

    @Test
    void aStreamingPostFailsOnceAtMost() {
        failsOnceAtMost("POST", "fixed");
        failsOnceAtMost("POST", "chunked");
    }

    @Test
    void aGetNeverFails() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(leaving(site), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
        }
    }

    @Test
    void withoutTheAgentNothingFails() {
        try (Site site = ServerJvm.site();
                ClientJvm plain = AgentJvm.on(jdk).client()) {
            Ask put = leaving(site).body(3).method("PUT").with("streaming", "fixed");
            assertThat(plain.load(put, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
        }
    }

    /** As the server has read it, it may have done what it says; without the agent none is sent twice. */
    @Test
    void aBufferedPostIsSentTwiceOnceAtMost() {
        try (Site site = ServerJvm.site()) {
            Ask post = Ask.of(site, "drop=reused").body(3).finish(Finish.DISCONNECT);
            assertThat(client.load(post, 1, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().arrivals()).hasSizeBetween(20, 21);
        }
    }

    private void failsOnceAtMost(String method, String streaming) {
        try (Site site = ServerJvm.site()) {
            Ask ask = leaving(site).body(3).method(method).with("streaming", streaming);
            Loaded loaded = client.load(ask, 1, REQUESTS);
            assertThat(loaded.right()).as("%s", loaded).isGreaterThanOrEqualTo(REQUESTS - 1);
            assertThat(loaded.wrong()).isZero();
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    private static Ask leaving(Site site) {
        return Ask.of(site, "body=10&leave=3").finish(Finish.DISCONNECT);
    }
}
