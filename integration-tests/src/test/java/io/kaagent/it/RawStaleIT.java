package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw clients whose used connection is dead, or dies. */
class RawStaleIT extends SharedClient {
    private static final int THREADS = 20;
    private static final int REQUESTS = 200;
    private static final int IDLE_MILLIS = 100;
    private static final int MORE_THAN_IS_HELD = 100_000;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    /** A port for each thread: a connection that another thread freed a while ago might be closed while in use. */
    @Test
    void noRequestFailsAndNoneIsSentTwiceWhereTheServerClosesFirst() {
        try (Site get = ServerJvm.closingIdleConnectionsAfter(IDLE_MILLIS, THREADS);
                Site put = ServerJvm.closingIdleConnectionsAfter(IDLE_MILLIS, THREADS)) {
            client.beginLoad("get", slow(get), THREADS, REQUESTS);
            client.beginLoad("put", slow(put).body(50).method("PUT"), THREADS, REQUESTS);
            assertAllServedOnce("get", get);
            assertAllServedOnce("put", put);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
    void aRequestWithoutAnAnswerIsSentAgainIfItMayBe(String method) {
        try (Site site = siteWithAFreeConnection()) {
            Ask ask = raw(site, "drop=reused").method(method);
            Outcome outcome =
                    client.exchange(method.equals("PUT") ? ask.body(1_000).method(method) : ask);
            assertThat(outcome.right()).as("%s", outcome).isTrue();
            assertThat(outcome.connection()).isEqualTo(2);
            assertThat(site.tally().repeated()).hasSize(1);
            assertThat(site.tally().accepted()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "get"})
    void aRequestThatMayNotIsNot(String method) {
        try (Site site = siteWithAFreeConnection()) {
            failsOnce(site, raw(site, "drop=reused").body(10).method(method));
            assertThat(site.tally().accepted()).isEqualTo(1);
            Ask next = raw(site, "body=10").body(10).method(method);
            assertThat(client.exchange(next).connection()).isEqualTo(2);
            assertThat(client.exchange(next).connection())
                    .as("not trusted any more")
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "chunked"})
    void aLargeRequestIsNot(String streaming) {
        try (Site site = siteWithAFreeConnection()) {
            failsOnce(
                    site,
                    raw(site, "drop=reused")
                            .method("PUT")
                            .body(MORE_THAN_IS_HELD)
                            .with("streaming", streaming));
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
    }

    @Test
    void aRequestOnAConnectionOfItsOwnIsNot() {
        try (Site site = ServerJvm.site()) {
            failsOnce(site, raw(site, "drop"));
            failsOnce(site, raw(site, "drop"));
            assertThat(site.tally().accepted()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "chunked"})
    void largeRequestsArriveWholeOnAUsedConnection(String streaming) {
        try (Site site = siteWithAFreeConnection()) {
            for (String method : new String[] {"PUT", "POST"}) {
                for (int length : new int[] {1, 65_000, 65_536, MORE_THAN_IS_HELD, 1_000_000}) {
                    Ask ask = raw(site, "x").method(method).body(length).with("streaming", streaming);
                    Outcome outcome = client.exchange(ask);
                    assertThat(outcome.right())
                            .as("%s %s: %s", method, length, outcome)
                            .isTrue();
                    assertThat(outcome.connection()).isEqualTo(1);
                }
            }
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    private Site siteWithAFreeConnection() {
        Site site = ServerJvm.site();
        assertThat(client.exchange(raw(site, "body=10").id("before")).right()).isTrue();
        return site;
    }

    /** As it would on a connection of its own: the stream ends. */
    private void failsOnce(Site site, Ask ask) {
        int before = site.tally().arrivals().size();
        Outcome outcome = client.exchange(ask);
        assertThat(outcome.failure()).as("%s", outcome).isIn("java.io.EOFException", "java.net.SocketException");
        assertThat(site.tally().arrivals()).hasSize(before + 1);
    }

    private void assertAllServedOnce(String load, Site site) {
        assertThat(client.loaded(load)).isEqualTo(Loaded.allRight(REQUESTS));
        assertThat(site.tally().arrivals()).hasSize(REQUESTS).doesNotHaveDuplicates();
    }

    private static Ask slow(Site site) {
        return Ask.ofAllPorts(site, "body=100").with("pause", 150).with("raw", true);
    }

    private static Ask raw(Site site, String query) {
        return Ask.of(site, query).with("raw", true);
    }
}
