package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One connection where it may be one, and ten where it must not be less. With {@code maxSockets=1}, so that whoever comes too early for a
 * connection that is still being drained waits for it, as a caller who comes later would find it.
 */
@BesideOthers
class LostReuseIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,acquireTimeout=20000,errorBodyTime=5000,drainTime=20000");
    }

    private ClientJvm plain;

    @BeforeParameterizedClassInvocation
    void authenticate() {
        plain = AgentJvm.on(jdk).client();
        for (ClientJvm each : new ClientJvm[] {client, plain}) {
            each.tell(new Message("authenticate").with("user", "realm"));
        }
    }

    @AfterParameterizedClassInvocation
    void endWithoutTheAgent() {
        plain.close();
    }

    @ParameterizedTest
    @EnumSource
    void overHttp(LostReuse shape) {
        try (Site site = ServerJvm.siteLimitedTo(1)) {
            assertConnections(shape, site);
            assertThat(site.tally().mostOpen()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void overHttps(LostReuse shape) {
        try (Site site = ServerJvm.https()) {
            assertConnections(shape, site);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheAgentEachTakesItsOwn(LostReuse shape) {
        try (Site site = ServerJvm.site()) {
            assertThat(plain.load(shape.ask(site), 1, LostReuse.REQUESTS))
                    .isEqualTo(Loaded.allRight(LostReuse.REQUESTS));
            assertThat(site.tally().accepted()).isBetween(shape.without, LostReuse.REQUESTS + 1);
        }
    }

    private void assertConnections(LostReuse shape, Site site) {
        assertThat(client.load(shape.ask(site), 1, LostReuse.REQUESTS)).isEqualTo(Loaded.allRight(LostReuse.REQUESTS));
        assertThat(site.tally().accepted()).isEqualTo(shape.connections);
        assertThat(site.tally().arrivals()).hasSize(LostReuse.REQUESTS * shape.arrivals());
    }
}
