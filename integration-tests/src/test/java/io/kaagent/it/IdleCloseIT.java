package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A server that closes idle connections sooner than the client comes back. A streaming PUT is what the JDK never sends once more by itself. */
class IdleCloseIT extends SharedClient {
    private static final int THREADS = 20;
    private static final int REQUESTS = 500;
    private static final int IDLE_MILLIS = 100;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    /** Which is right: in each of these tests the server closes first, again and again. */
    @Override
    String[] mayWarnOf() {
        return new String[] {" closes connections that are free, the soonest after "};
    }

    @Test
    void noRequestFailsAndNoneIsSentTwice() {
        warmUp();
        try (Site get = closingIdleConnections(THREADS);
                Site post = closingIdleConnections(THREADS);
                Site put = closingIdleConnections(THREADS / 4)) {
            client.beginLoad("get", slow(get), THREADS, REQUESTS);
            client.beginLoad("post", slow(post).body(50), THREADS, REQUESTS);
            client.beginLoad("put", streamingPut(slow(put)), THREADS / 4, REQUESTS / 4);
            assertAllServedOnce("get", get, REQUESTS);
            assertAllServedOnce("post", post, REQUESTS);
            assertAllServedOnce("put", put, REQUESTS / 4);
        }
    }

    @Test
    void aConnectionClosedWhileFreeIsNotUsedAgain() {
        try (Site site = closingIdleConnections(1)) {
            neverUsesAClosedConnection(site, 20);
        }
    }

    @Test
    void aTlsConnectionClosedWhileFreeIsNotUsedAgain() {
        try (Site site = ServerJvm.httpsClosingIdleConnectionsAfter(IDLE_MILLIS)) {
            neverUsesAClosedConnection(site, 5);
        }
    }

    /** By requests that the JDK can not send again: one of them on a closed connection would fail. */
    private void neverUsesAClosedConnection(Site site, int times) {
        for (int connection = 1; connection <= times; connection++) {
            Outcome outcome = client.exchange(streamingPut(Ask.of(site, "body=10")));
            assertThat(outcome.right()).as("%s", outcome).isTrue();
            assertThat(outcome.connection()).isEqualTo(connection);
            Await.until(() -> site.tally().open() == 0, site::tally);
        }
    }

    private void assertAllServedOnce(String load, Site site, int requests) {
        assertThat(client.loaded(load)).isEqualTo(Loaded.allRight(requests));
        assertThat(site.tally().arrivals()).hasSize(requests).doesNotHaveDuplicates();
    }

    /** A cold client may take longer from the look at the connection to the request than the server waits. */
    private void warmUp() {
        try (Site site = ServerJvm.site()) {
            client.load(Ask.of(site, "body=100"), 1, REQUESTS);
            client.load(Ask.of(site, "body=100").body(50), 1, REQUESTS);
            client.load(streamingPut(Ask.of(site, "body=100")), 1, REQUESTS);
        }
    }

    /** A port for each thread: a connection that another thread freed a while ago might be closed while in use. */
    private static Site closingIdleConnections(int ports) {
        return ServerJvm.closingIdleConnectionsAfter(IDLE_MILLIS, ports);
    }

    private static Ask slow(Site site) {
        return Ask.ofAllPorts(site, "body=100").with("pause", 150);
    }

    private static Ask streamingPut(Ask ask) {
        return ask.body(50).method("PUT").with("streaming", "fixed");
    }
}
