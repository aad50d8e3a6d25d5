package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A server that closes idle connections sooner than the client comes back. */
class IdleCloseIT extends SharedClient {
    private static final int THREADS = 25;
    private static final int REQUESTS = 500;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Test
    void noRequestFailsAndNoneIsSentTwice() {
        try (Site site = ServerJvm.closingIdleConnectionsAfter(100)) {
            client.beginLoad("get", slow(site), THREADS, REQUESTS);
            client.beginLoad("post", slow(site).body(50), THREADS, REQUESTS);
            client.beginLoad("put", slow(site).body(50).method("PUT").with("streaming", "fixed"), THREADS, REQUESTS);
            assertThat(client.loaded("get")).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(client.loaded("post")).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(client.loaded("put")).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(site.tally().arrivals()).hasSize(3 * REQUESTS).doesNotHaveDuplicates();
        }
    }

    @Test
    void aConnectionClosedWhileFreeIsNotUsedAgain() {
        try (Site site = ServerJvm.https()) {
            assertThat(client.exchange(Ask.of(site, "body=10")).connection()).isEqualTo(1);
            Await.until(() -> site.closeIdle() == 1, site::tally);
            Outcome next = client.exchange(Ask.of(site, "").body(50).with("streaming", "fixed"));
            assertThat(next.right()).as("%s", next).isTrue();
            assertThat(next.connection()).isEqualTo(2);
        }
    }

    private static Ask slow(Site site) {
        return Ask.of(site, "body=100").with("pause", 150);
    }
}
