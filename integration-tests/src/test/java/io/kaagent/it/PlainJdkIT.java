package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;

/** What the same requests cost without the agent: if these change, the other tests show nothing. */
class PlainJdkIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk);
    }

    @Test
    void readAndCloseReuses() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=100"), 1, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
    }

    @Test
    void disconnectCostsAConnectionForEachRequest() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=100").finish(Finish.DISCONNECT), 1, 20))
                    .isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isEqualTo(20);
        }
    }

    @Test
    void disconnectCostsAHandshakeForEachRequest() {
        try (Site site = ServerJvm.https()) {
            assertThat(client.load(Ask.of(site, "body=100").finish(Finish.DISCONNECT), 1, 20))
                    .isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isEqualTo(20);
        }
    }

    @Test
    void strayBytesBecomeTheNextAnswer() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.exchange(Ask.of(site, "body=10")).right()).isTrue();
            Await.until(() -> site.sendStrayBytes() > 0, site::tally);
            assertThat(client.exchange(Ask.of(site, "body=10")).right()).isFalse();
        }
    }

    @Test
    void strayBytesInTheSamePacketBecomePartOfTheBody() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=100&stray"), 1, 20).wrong())
                    .isEqualTo(20);
        }
    }

    @Test
    void chunkedResponsesReuse() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "body=300&chunked"), 1, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
    }

    @Test
    void nothingBoundsTheConnections() {
        try (Site site = ServerJvm.site()) {
            for (int i = 0; i < 20; i++) {
                client.begin("caller" + i, Ask.of(site, "hold"));
            }
            site.awaitArrivals(20);
            assertThat(site.tally().mostOpen()).isEqualTo(20);
            site.release(20);
        }
    }
}
