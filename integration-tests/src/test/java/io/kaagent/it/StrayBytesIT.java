package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A server that sends a second response nobody asked for. */
class StrayBytesIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Test
    void inTheSamePacketTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=100&stray"), 4, 400)).isEqualTo(Loaded.allRight(400));
            assertThat(client.load(Ask.of(site, "body=100&chunked&stray"), 4, 400))
                    .isEqualTo(Loaded.allRight(400));
            assertThat(client.load(Ask.of(site, "stray").body(50), 4, 400)).isEqualTo(Loaded.allRight(400));
        }
    }

    @Test
    void behindAHeadResponseTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=100&stray").method("HEAD"), 4, 200))
                    .isEqualTo(Loaded.allRight(200));
        }
    }

    @Test
    void overTlsTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.https()) {
            assertThat(client.load(Ask.of(site, "body=100&stray"), 2, 50)).isEqualTo(Loaded.allRight(50));
        }
    }

    @Test
    void onAFreeConnectionTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.site()) {
            sendStrayBytesBetweenRequests(site);
        }
    }

    @Test
    void onAFreeTlsConnectionTheyNeverBecomeAnAnswer() {
        try (Site site = ServerJvm.https()) {
            sendStrayBytesBetweenRequests(site);
        }
    }

    private void sendStrayBytesBetweenRequests(Site site) {
        for (int connection = 1; connection <= 10; connection++) {
            Outcome outcome = client.exchange(Ask.of(site, "body=10"));
            assertThat(outcome.right()).as("%s", outcome).isTrue();
            assertThat(outcome.connection()).isEqualTo(connection);
            Await.until(() -> site.sendStrayBytes() > 0, site::tally);
        }
    }
}
