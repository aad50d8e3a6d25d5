package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.origin.Manner;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** Raw sockets count, and wait, from the moment that an origin is known to speak HTTP. */
class RawLimitsIT extends SharedClient {
    private static final int LIMIT = 5;
    private static final int CALLERS = 50;
    private static final int REQUESTS = 1_000;
    private static final int CLOSING = 50;

    private Site impatient;

    @Override
    AgentJvm jvm() {
        impatient = ServerJvm.siteLimitedTo(LIMIT);
        return AgentJvm.on(jdk)
                .agent("maxSockets=" + LIMIT + ",origin.127.0.0.1:" + impatient.port() + ".acquireTimeout=300");
    }

    @AfterParameterizedClassInvocation
    void closeSite() {
        impatient.close();
    }

    @Test
    void aCrowdNeverOpensMoreThanTheLimit() {
        try (Site site = knownSite()) {
            assertThat(client.load(raw(site, "delay=2"), CALLERS, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertLimited(site);
        }
    }

    @Test
    void aCrowdWhoseConnectionsEndNeverDoesEither() {
        try (Site site = knownSite()) {
            assertThat(client.load(raw(site, "close"), CALLERS, CLOSING)).isEqualTo(Loaded.allRight(CLOSING));
            assertLimited(site);
        }
    }

    /** For each kind to come in, one of the other kind has to go. */
    @Test
    void urlConnectionsCountToo() {
        try (Site site = knownSite()) {
            client.beginLoad("raw", raw(site, "delay=2"), CALLERS / 5, CLOSING);
            client.beginLoad("url", Ask.of(site, "delay=2"), CALLERS / 5, CLOSING);
            assertThat(client.loaded("raw")).isEqualTo(Loaded.allRight(CLOSING));
            assertThat(client.loaded("url")).isEqualTo(Loaded.allRight(CLOSING));
            assertLimited(site);
        }
    }

    /** What was open before counts afterwards. */
    @Test
    void aCrowdToAnUnknownOriginIsNotHeldUpAndEndsWithinTheLimit() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(raw(site, "delay=2"), CALLERS, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            Await.until(() -> site.tally().open() <= LIMIT, site::tally);
            assertThat(site.tally().accepted()).isLessThanOrEqualTo(CALLERS + LIMIT);
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    @Test
    void whoWaitsForTooLongIsToldTheStateOfThePool() {
        assertThat(client.exchange(raw(impatient, "body=10")).right()).isTrue();
        for (int i = 0; i < LIMIT; i++) {
            client.begin("holder" + i, raw(impatient, "hold"));
        }
        impatient.awaitArrivals(1 + LIMIT);
        assertToldTheState(client.exchange(raw(impatient, "body=10")));
        assertToldTheState(client.exchange(raw(impatient, "body=10").with("connectTimeout", 50)));
        impatient.release(LIMIT);
        for (int i = 0; i < LIMIT; i++) {
            assertThat(client.outcome("holder" + i).right()).isTrue();
        }
        assertThat(client.exchange(raw(impatient, "body=10")).right()).isTrue();
        assertThat(impatient.tally().accepted()).isEqualTo(LIMIT);
    }

    @Test
    void anotherProtocolIsNeverHeldUp() {
        for (Manner manner : new Manner[] {Manner.PING, Manner.MEMCACHED, Manner.GREETING}) {
            try (RawOrigin origin = new RawOrigin(manner)) {
                List<AppSocket> sockets = Stream.generate(() -> AppSocket.connected(client, origin.port()))
                        .limit(2 * LIMIT)
                        .toList();
                sockets.forEach(socket -> converse(socket, manner));
                sockets.forEach(AppSocket::close);
                assertThat(origin.tally().accepted()).isEqualTo(2 * LIMIT);
            }
        }
    }

    private Site knownSite() {
        Site site = ServerJvm.siteLimitedTo(LIMIT);
        assertThat(client.exchange(raw(site, "body=10").id("first")).right()).isTrue();
        return site;
    }

    private static void converse(AppSocket socket, Manner manner) {
        switch (manner) {
            case PING -> assertAnswer(socket, "PING 1\r\n", "PONG 1\r\n");
            case MEMCACHED -> assertAnswer(socket, "GET 1\r\n", "VALUE 1 0 5\r\nvalue\r\nEND\r\n");
            default -> assertAnswer(socket, "", "220 ready\r\n");
        }
    }

    private static void assertAnswer(AppSocket socket, String said, String expected) {
        socket.say(said);
        assertThat(socket.hear(expected.length())).isEqualTo(expected);
    }

    private static void assertToldTheState(Outcome late) {
        assertThat(late.failure()).isEqualTo(SocketTimeoutException.class.getName());
        assertThat(late.message())
                .contains("http://127.0.0.1:")
                .containsPattern("maxSockets\\W*5\\b")
                .containsPattern("busy\\W*5\\b|\\b5 busy");
    }

    private static void assertLimited(Site site) {
        assertThat(site.tally().mostOpen()).isLessThanOrEqualTo(LIMIT);
        assertThat(site.tally().repeated()).isEmpty();
    }

    private static Ask raw(Site site, String query) {
        return Ask.of(site, query).with("raw", true);
    }
}
