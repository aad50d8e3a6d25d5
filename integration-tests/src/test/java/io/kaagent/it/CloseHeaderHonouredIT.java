package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Where a request that asks to close goes out as it is, and ends its connection. */
@OnEveryJdk
@BesideOthers
class CloseHeaderHonouredIT {
    private static final int REQUESTS = 100;

    @Parameter
    Jdk jdk;

    @Test
    void asOnAPlainJdk() {
        assertThat(connections(AgentJvm.on(jdk), ClosingShape.GET)).isEqualTo(REQUESTS);
    }

    @Test
    void forAllOrigins() {
        AgentJvm jvm = AgentJvm.on(jdk).agent("closeHeader=honour");
        assertThat(connections(jvm, ClosingShape.GET)).isEqualTo(REQUESTS);
    }

    @Test
    void overTls() {
        AgentJvm jvm = AgentJvm.on(jdk).agent("closeHeader=honour");
        assertThat(connections(jvm, ClosingShape.HTTPS)).isEqualTo(REQUESTS);
    }

    @Test
    void forOneOriginAndNotForAnother() {
        try (Site honoured = ServerJvm.site();
                Site other = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("origin.127.0.0.1:" + honoured.port() + ".closeHeader=honour")
                        .client()) {
            assertThat(connections(client, honoured, ClosingShape.POST)).isEqualTo(REQUESTS);
            assertThat(connections(client, other, ClosingShape.POST)).isEqualTo(2);
        }
    }

    @Test
    void whereNoConnectionIsKept() {
        assertThat(connections(AgentJvm.on(jdk).agent("keepAlive=false"), ClosingShape.GET))
                .isEqualTo(REQUESTS);
    }

    @Test
    void whereTheJdkWasToldToKeepNone() {
        AgentJvm jvm = AgentJvm.on(jdk).agent().property("http.keepAlive", false);
        assertThat(connections(jvm, ClosingShape.GET)).isEqualTo(REQUESTS);
    }

    @Test
    void aRequestThatMustNotBeSentTwiceGetsAConnectionThatWasIdleForAShortTimeOnly() {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk).agent("unsafeReuseIdle=0").client()) {
            assertThat(connections(client, site, ClosingShape.POST)).isEqualTo(REQUESTS);
            site.awaitOpen(1);
            assertThat(connections(client, site, ClosingShape.STREAMED)).isEqualTo(2 * REQUESTS);
            assertThat(connections(client, site, ClosingShape.GET)).isEqualTo(2 * REQUESTS);
        }
    }

    private static int connections(AgentJvm jvm, ClosingShape shape) {
        try (Site site = shape.site();
                ClientJvm client = jvm.client()) {
            return connections(client, site, shape);
        }
    }

    private static int connections(ClientJvm client, Site site, ClosingShape shape) {
        assertThat(client.load(shape.ask(site), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
        return site.tally().accepted();
    }
}
