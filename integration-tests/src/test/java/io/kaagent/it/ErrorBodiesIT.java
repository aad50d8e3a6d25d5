package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error response that the application does not read costs no connection; one that it reads is what it was. */
class ErrorBodiesIT extends SharedClient {
    private static final int REQUESTS = 30;
    private static final int MANY = 1_000;
    private static final int FEW = 3;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("errorBodyTime=5000");
    }

    @Test
    void aThousandNeedTwoConnections() {
        try (Site site = ServerJvm.site()) {
            Ask ask = Ask.of(site, "status=500&body=100").finish(Finish.ABANDON);
            assertThat(client.load(ask, 1, MANY)).isEqualTo(Loaded.allRight(MANY));
            assertThat(site.tally().accepted()).isBetween(1, 2);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "status=500&body=100, ABANDON",
        "status=500&body=100&chunked, ABANDON",
        "status=404&body=20000, ABANDON",
        "status=500&body=100, UNREAD_DISCONNECT",
        "status=500&body=100&late=5, ABANDON",
        "status=503&body=100, READ",
        "status=401&body=100, CLOSE",
        "status=410&body=60000&chunked, CLOSE_DISCONNECT"
    })
    void unreadOnesNeedTwoConnections(String query, Finish finish) {
        for (boolean tls : new boolean[] {false, true}) {
            try (Site site = tls ? ServerJvm.https() : ServerJvm.site()) {
                Ask ask = Ask.of(site, query).with("finish", finish);
                assertThat(client.load(ask, 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
                assertThat(site.tally().accepted()).as(query).isBetween(1, 2);
                assertThat(site.tally().arrivals()).hasSize(REQUESTS).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void whatIsLongIsLeftToTheApplication() {
        assertIsLeft(client, "status=500&body=200000", "status=500&body=200000");
    }

    @Test
    void whatIsSlowIsLeftToTheApplication() {
        try (ClientJvm impatient = AgentJvm.on(jdk).agent("errorBodyTime=0").client()) {
            assertIsLeft(impatient, "status=500&body=100&late=2000", "status=500&body=100&late=100");
        }
    }

    private void assertIsLeft(ClientJvm to, String abandoned, String read) {
        try (Site site = ServerJvm.site()) {
            assertThat(to.load(Ask.of(site, abandoned).finish(Finish.ABANDON), 1, FEW))
                    .isEqualTo(Loaded.allRight(FEW));
            assertThat(site.tally().accepted()).isEqualTo(FEW);
            assertThat(to.load(Ask.of(site, read).finish(Finish.READ), 1, FEW)).isEqualTo(Loaded.allRight(FEW));
            assertThat(site.tally().accepted()).isEqualTo(FEW + 1);
        }
    }

    @Test
    void withoutItEachTakesItsConnectionAlong() {
        try (Site site = ServerJvm.site();
                ClientJvm own = AgentJvm.on(jdk).agent("errorBodyBytes=0").client()) {
            Ask ask = Ask.of(site, "status=500&body=100").with("finish", Finish.ABANDON);
            assertThat(own.load(ask, 1, FEW)).isEqualTo(Loaded.allRight(FEW));
            assertThat(site.tally().accepted()).isEqualTo(FEW);
        }
    }
}
