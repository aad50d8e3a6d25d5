package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Where the agent has to keep out. */
@OnEveryJdk
@BesideOthers
class LeftAloneIT {
    private static final int REQUESTS = 20;

    @Parameter
    Jdk jdk;

    @Test
    void anOriginWithPoolFalseBehavesAsOnAPlainJdk() {
        try (Site alone = ServerJvm.site();
                Site pooled = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("origin.127.0.0.1:" + alone.port() + ".pool=false")
                        .client()) {
            assertThat(connectionsFor(client, alone, Finish.CLOSE)).isEqualTo(1);
            assertThat(connectionsFor(client, alone, Finish.DISCONNECT)).isGreaterThanOrEqualTo(REQUESTS);
            assertThat(connectionsFor(client, pooled, Finish.DISCONNECT)).isEqualTo(1);
        }
    }

    @Test
    void nothingHappensIfTheAgentIsSwitchedOff() {
        try (Site site = ServerJvm.site()) {
            ClientJvm client =
                    AgentJvm.on(jdk).agent().property("ka.enabled", false).client();
            assertThat(connectionsFor(client, site, Finish.DISCONNECT)).isEqualTo(REQUESTS);
            assertThat(client.finish()).isEqualTo(FinishedJvm.silent());
        }
    }

    @Test
    void httpKeepAliveFalseIsRespected() {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent()
                        .property("http.keepAlive", false)
                        .client()) {
            assertThat(connectionsFor(client, site, Finish.CLOSE)).isEqualTo(REQUESTS);
        }
    }

    @Test
    void kaKeepAliveWinsOverHttpKeepAlive() {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("keepAlive=true")
                        .property("http.keepAlive", false)
                        .client()) {
            assertThat(connectionsFor(client, site, Finish.CLOSE)).isEqualTo(1);
        }
    }

    @Test
    void theIdleTimeThatTheJdkWasToldIsRespected() {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent()
                        .property("http.keepAlive.time.server", 1)
                        .client()) {
            long start = System.nanoTime();
            assertThat(connectionsFor(client, site, Finish.DISCONNECT)).isEqualTo(1);
            site.awaitOpen(0);
            assertThat((System.nanoTime() - start) / 1_000_000).isBetween(900L, 3_500L);
        }
    }

    private static int connectionsFor(ClientJvm client, Site site, Finish finish) {
        assertThat(client.load(Ask.of(site, "body=10").finish(finish), 1, REQUESTS))
                .isEqualTo(Loaded.allRight(REQUESTS));
        return site.tally().accepted();
    }
}
