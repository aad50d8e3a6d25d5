package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeepAliveOffIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("keepAlive=false,maxSockets=1");
    }

    @Test
    void aConnectionIsHandedToTheNextCallerButNeverParked() {
        try (Site site = ServerJvm.site()) {
            client.begin("first", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            for (String waiter : new String[] {"second", "third"}) {
                client.begin(waiter, Ask.of(site, "body=10"));
                Await.until(() -> client.isWaitingForAConnection(waiter), () -> waiter + " does not wait");
            }
            site.release(1);
            assertThat(client.outcome("first").connection()).isEqualTo(1);
            assertThat(client.outcome("second").connection()).isEqualTo(1);
            assertThat(client.outcome("third").connection()).isEqualTo(1);
            site.awaitOpen(0);
        }
    }

    @Test
    void withoutWaitingCallersEachRequestHasItsOwnConnection() {
        try (Site site = ServerJvm.siteLimitedTo(1)) {
            assertThat(client.load(Ask.of(site, "body=10"), 1, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isEqualTo(20);
            assertThat(site.tally().mostOpen()).isEqualTo(1);
        }
    }
}
