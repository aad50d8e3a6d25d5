package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that ask to close, to a server that obeys: their connections are used again all the same. */
@BesideOthers
class CloseHeaderIT extends SharedClient {
    private static final int REQUESTS = 100;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @ParameterizedTest
    @EnumSource
    void oneThreadOpensTwoConnectionsTheFirstToLearn(ClosingShape shape) {
        try (Site site = shape.site()) {
            assertThat(client.load(shape.ask(site), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(site.tally().accepted()).isEqualTo(2);
            assertThat(site.tally().arrivals()).hasSize(REQUESTS).doesNotHaveDuplicates();
        }
    }

    @Test
    void eightThreadsOpenAtMostSixteen() {
        try (Site site = ServerJvm.site()) {
            Ask ask = ClosingShape.GET.ask(site);
            assertThat(client.load(ask, 8, 8 * REQUESTS)).isEqualTo(Loaded.allRight(8 * REQUESTS));
            assertThat(site.tally().accepted()).isBetween(2, 16);
        }
    }

    @Test
    void throughAProxyToo() {
        try (Site site = ServerJvm.site();
                Site proxy = ServerJvm.site()) {
            Ask ask = ClosingShape.GET.ask(site).with("proxy", proxy.port());
            assertThat(client.load(ask, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(proxy.tally().accepted()).isEqualTo(2);
            assertThat(site.tally().accepted()).isZero();
        }
    }

    @Test
    void inATunnelToo() {
        try (Site site = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            Ask ask = ClosingShape.GET.ask(site).with("proxy", proxy.port());
            assertThat(client.load(ask, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(proxy.tally().arrivals()).containsExactly("CONNECT", "CONNECT");
            assertThat(site.tally().accepted()).isEqualTo(2);
        }
    }

    /** One while it is learned how the server closes. Before: two for each request. */
    @Test
    void aRedirectTakesOneConnection() {
        try (Site site = ServerJvm.site()) {
            Ask ask = ClosingShape.of(site, "body=10&obeys&status=302&redirect");
            assertThat(client.load(ask, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(site.tally().accepted()).isBetween(1, 2);
        }
    }

    @Test
    void aRequestThatMetAClosedConnectionIsSentAgainByTheJdkAsEver() {
        try (Site site = ServerJvm.site()) {
            Ask ask = ClosingShape.of(site, "body=10&obeys&drop=reused").finish(Finish.CLOSE);
            assertThat(client.load(ask, 1, 10)).isEqualTo(Loaded.allRight(10));
            assertThat(site.tally().accepted()).isBetween(6, 10);
        }
    }
}
