package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import org.junit.jupiter.api.Test;

class ProxyIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Test
    void proxyAndDirectDoNotShare() {
        try (Site site = ServerJvm.site();
                Site proxy = ServerJvm.site()) {
            Ask direct = Ask.of(site, "body=10");
            Ask proxied = Ask.of(site, "body=10").with("proxy", proxy.port());
            for (int i = 0; i < 3; i++) {
                assertThat(client.exchange(direct).right()).isTrue();
                assertThat(client.exchange(proxied).right()).isTrue();
            }
            assertThat(site.tally().accepted()).isEqualTo(1);
            assertThat(site.tally().arrivals()).hasSize(3);
            assertThat(proxy.tally().accepted()).isEqualTo(1);
            assertThat(proxy.tally().arrivals()).hasSize(3);
        }
    }

    @Test
    void aConnectionToAProxyIsReusedAfterDisconnect() {
        try (Site site = ServerJvm.site();
                Site proxy = ServerJvm.site()) {
            Ask proxied = Ask.of(site, "body=10").with("proxy", proxy.port()).finish(Finish.DISCONNECT);
            assertThat(client.load(proxied, 1, 100)).isEqualTo(Loaded.allRight(100));
            assertThat(proxy.tally().accepted()).isBetween(1, 2);
            assertThat(site.tally().accepted()).isZero();
        }
    }

    @Test
    void aTunnelThroughAProxyIsReusedAfterDisconnect() {
        try (Site site = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            Ask tunnelled = Ask.of(site, "body=10").with("proxy", proxy.port()).finish(Finish.DISCONNECT);
            assertThat(client.load(tunnelled, 1, 100)).isEqualTo(Loaded.allRight(100));
            assertThat(proxy.tally().accepted()).isBetween(1, 2);
            assertThat(proxy.tally().arrivals()).containsOnly("CONNECT");
            assertThat(site.tally().arrivals()).hasSize(100);
        }
    }

    @Test
    void tunnelsOfTheApplicationsOwnTakeNoSlot() {
        try (Site site = ServerJvm.site();
                Site proxy = ServerJvm.site();
                ClientJvm limited = AgentJvm.on(jdk)
                        .agent("maxSockets=1,maxTotalSockets=1,acquireTimeout=2000")
                        .client()) {
            for (int i = 0; i < 3; i++) {
                limited.tell(new Message("socket").with("port", site.port()).with("proxy", proxy.port()));
            }
            assertThat(proxy.tally().arrivals()).hasSize(3).containsOnly("CONNECT");
            assertThat(limited.exchange(Ask.of(site, "body=10")).right()).isTrue();
        }
    }

    @Test
    void aTunnelAndADirectConnectionDoNotShare() {
        try (Site site = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            Ask direct = Ask.of(site, "body=10");
            Ask tunnelled = Ask.of(site, "body=10").with("proxy", proxy.port());
            for (int i = 0; i < 3; i++) {
                assertThat(client.exchange(direct).connection()).isEqualTo(1);
                assertThat(client.exchange(tunnelled).connection()).isEqualTo(2);
            }
        }
    }
}
