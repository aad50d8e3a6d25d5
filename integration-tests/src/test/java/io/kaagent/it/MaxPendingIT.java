package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaxPendingIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,maxPending=1");
    }

    @Test
    void oneCallerMayWaitAndTheNextFailsAtOnce() {
        try (Site site = ServerJvm.site()) {
            client.begin("busy", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            client.begin("waiting", Ask.of(site, "body=10"));
            Await.until(() -> client.isWaitingForAConnection("waiting"), () -> "does not wait");
            Outcome refused = client.exchange(Ask.of(site, "body=10"));
            assertThat(refused.message()).contains(site.origin(), "maxPending");
            site.release(1);
            assertThat(client.outcome("busy").right()).isTrue();
            assertThat(client.outcome("waiting").right()).isTrue();
        }
    }
}
