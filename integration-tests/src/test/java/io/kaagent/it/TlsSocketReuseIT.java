package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that write HTTP/1.1 to a TLS socket of their own, a new one for each request, share connections and handshakes. */
@BesideOthers
class TlsSocketReuseIT extends SharedClient {
    private static final int REQUESTS = 1_000;
    private static final int FEW = 5;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @ParameterizedTest
    @EnumSource
    void aThousandRequestsNeedTwoConnections(TlsSocketWay way) {
        try (Site site = ServerJvm.https()) {
            assertThat(client.load(way.ask(site, "body=100"), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertFew(site.tally(), 2);
        }
    }

    /** One more is closed by the server, while it is learned how that does it. */
    @ParameterizedTest
    @ValueSource(strings = {"obeys&body=100", "obeys=eof&body=100&chunked"})
    void soDoThoseThatAskToClose(String query) {
        try (Site site = ServerJvm.https()) {
            Ask ask = TlsSocketWay.HOST_AND_PORT.ask(site, query).with("header", "Connection: close");
            assertThat(client.load(ask, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertFew(site.tally(), 3);
        }
    }

    @Test
    void soDoThoseWithABody() {
        try (Site site = ServerJvm.https()) {
            for (TlsSocketWay way : new TlsSocketWay[] {TlsSocketWay.HOST_AND_PORT, TlsSocketWay.LAYERED}) {
                Ask post = way.ask(site, "x").body(30_000);
                assertThat(client.load(post, 1, FEW)).isEqualTo(Loaded.allRight(FEW));
            }
            assertThat(site.tally().accepted()).isLessThanOrEqualTo(3);
        }
    }

    /** Which of them a socket will have in the end can't be foreseen where it connects. */
    @Test
    void settingsThatTakeTurnsEachKeepTheirConnection() {
        try (Site site = ServerJvm.https()) {
            for (int turn = 0; turn < FEW; turn++) {
                for (TlsSocketWay way : new TlsSocketWay[] {TlsSocketWay.TLS_12, TlsSocketWay.HOST_AND_PORT}) {
                    assertThat(client.load(way.ask(site, "body=100"), 1, 1)).isEqualTo(Loaded.allRight(1));
                }
            }
            assertThat(site.tally().accepted()).isEqualTo(2);
            assertThat(site.tally().handshakes()).isEqualTo(2);
        }
    }

    @Test
    void eightThreadsNeedSixteen() {
        try (Site site = ServerJvm.https()) {
            assertThat(client.load(TlsSocketWay.CONTEXT_EACH_TIME.ask(site, "body=100"), 8, REQUESTS))
                    .isEqualTo(Loaded.allRight(REQUESTS));
            assertFew(site.tally(), 16);
        }
    }

    /** As many connections as without the agent. */
    @Test
    void switchedOffEachRequestHasItsOwn() {
        try (Site all = ServerJvm.https();
                Site one = ServerJvm.https();
                Site pool = ServerJvm.https();
                Site protocol = ServerJvm.https();
                ClientJvm own = AgentJvm.on(jdk)
                        .agent(String.join(
                                ",",
                                "tlsSockets=false",
                                option(one, "tlsSockets=true"),
                                option(pool, "tlsSockets=true"),
                                option(pool, "pool=false"),
                                option(protocol, "tlsSockets=true"),
                                option(protocol, "protocol=none")))
                        .client()) {
            assertThat(connections(own, all)).isEqualTo(2 * FEW);
            assertThat(connections(own, one)).isLessThanOrEqualTo(3);
            assertThat(connections(own, pool)).isEqualTo(2 * FEW);
            assertThat(connections(own, protocol)).isEqualTo(2 * FEW);
        }
    }

    private static String option(Site site, String option) {
        return "origin.127.0.0.1:" + site.port() + "." + option;
    }

    /** For as many requests again by sockets that are layered. */
    private static int connections(ClientJvm own, Site site) {
        for (TlsSocketWay way : new TlsSocketWay[] {TlsSocketWay.HOST_AND_PORT, TlsSocketWay.LAYERED}) {
            Ask ask = way.ask(site, "body=100").with("noDelay", true);
            assertThat(own.load(ask, 1, FEW)).isEqualTo(Loaded.allRight(FEW));
        }
        return site.tally().accepted();
    }

    private static void assertFew(Tally tally, int most) {
        assertThat(tally.accepted()).isBetween(1, most);
        assertThat(tally.handshakes()).isBetween(1, most);
        assertThat(tally.arrivals()).hasSize(REQUESTS).doesNotHaveDuplicates();
    }
}
