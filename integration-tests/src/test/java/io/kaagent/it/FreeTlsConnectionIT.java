package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server sends over the connection of a TLS socket while no socket has it. */
class FreeTlsConnectionIT extends StrayBytes {
    private static final String TLS_12 = "protocol TLSv1.2";
    private static final String TLS_13 = "protocol TLSv1.3";

    /** They look like data on the wire (RFC 8446, 5.2), and have to be answered. */
    @Test
    void newKeysAreTakenInAndTheConnectionGoesOn() {
        try (Site site = ServerJvm.https()) {
            for (int i = 0; i < 5; i++) {
                assertOnConnection(1, ask(site, TLS_13));
                onIdle(site, "HANDSHAKE");
            }
            onIdle(site, "HANDSHAKE");
            assertOnConnection(1, ask(site, TLS_13));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TLS_12, TLS_13})
    void aResponseNobodyAskedForEndsAllReuseOfTheOrigin(String protocol) {
        try (Site site = ServerJvm.https()) {
            assertOnConnection(1, ask(site, protocol));
            assertOnConnection(1, ask(site, protocol));
            onIdle(site, "STRAY");
            for (int connection = 2; connection <= 5; connection++) {
                assertOnConnection(connection, ask(site, protocol));
            }
            assertThat(client.jvm().err()).anyMatch(line -> line.contains(String.valueOf(site.port())));
        }
    }

    @Test
    void soItDoesBehindNewKeys() {
        try (Site site = ServerJvm.https()) {
            assertOnConnection(1, ask(site, TLS_13));
            onIdle(site, "HANDSHAKE");
            onIdle(site, "STRAY");
            assertOnConnection(2, ask(site, TLS_13));
            assertOnConnection(3, ask(site, TLS_13));
        }
    }

    /** Closed, or only done with what it has to say; of a record that is not complete nobody knows what it is. */
    @ParameterizedTest
    @ValueSource(strings = {"CLOSE", "LAST_WORD", "HALF_RECORD"})
    void anEndCostsAConnectionAndNothingElse(String deed) {
        for (String protocol : new String[] {TLS_12, TLS_13}) {
            assertCostsAConnection(deed, protocol);
        }
    }

    @Test
    void soDoesTheWishForAnotherHandshake() {
        assertCostsAConnection("HANDSHAKE", TLS_12);
    }

    /** Such as that it has waited long enough. Without the agent that is the answer to the next request. */
    @ParameterizedTest
    @ValueSource(strings = {"new context TLSv1.2", "new default"})
    void betweenTwoRequestsOfOneSocketAResponseIsReadAsItIs(String factory) {
        try (Site site = ServerJvm.https()) {
            AppSocket socket = AppSocket.connected(client, factory, site.port());
            assertThat(socket.exchange(site, "body=10").right()).isTrue();
            onIdle(site, "STRAY");
            onIdle(site, "STRAY");
            socket.say("GET /?body=10&id=next HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            for (String answer : new String[] {"stray", "stray", "next"}) {
                String head = socket.hearHead();
                assertThat(head).startsWith("HTTP/1.1 200 ").contains("X-Id: " + answer);
                socket.hear(answer.equals("stray") ? 5 : 10);
            }
            socket.close();
        }
    }

    /** It says goodbye when it has heard the head: no byte of an answer, though bytes have come. */
    @ParameterizedTest
    @ValueSource(strings = {"new context TLSv1.2", "new default"})
    void anEndInTheMidstOfARequestThatMayBeSentAgainIsNotSeen(String factory) {
        try (Site site = ServerJvm.https()) {
            AppSocket first = AppSocket.connected(client, factory, site.port());
            assertThat(first.exchange(site, "body=10").right()).isTrue();
            first.close();
            AppSocket second = AppSocket.connected(client, factory, site.port());
            second.say(
                    "PUT /?early&drop=reused&goodbye&id=x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20\r\n\r\n");
            Await.until(() -> site.tally().open() == 0, site::tally);
            for (int i = 0; i < 20; i++) {
                second.say("-");
            }
            assertThat(second.hearHead()).contains("X-Id: x", "X-Connection: 2");
            second.close();
            assertThat(site.tally().arrivals()).doesNotHaveDuplicates();
        }
    }

    /** Its answer came before that, and all is reset then. */
    @ParameterizedTest
    @ValueSource(strings = {"new context TLSv1.2", "new default"})
    void anAnswerInTheMidstOfARequestIsNotAskedForAgain(String factory) {
        try (Site site = ServerJvm.https()) {
            AppSocket first = AppSocket.connected(client, factory, site.port());
            assertThat(first.exchange(site, "body=10").right()).isTrue();
            first.close();
            AppSocket second = AppSocket.connected(client, factory, site.port());
            second.say("PUT /?early&reset=0&goodbye&id=x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20\r\n\r\n");
            Await.until(() -> site.tally().open() == 0, site::tally);
            assertThat(second.trySay("-")).isNotEmpty();
            assertThat(second.hearHead()).contains("X-Id: x", "X-Connection: 1");
            second.close();
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
    }

    /** The socket was connected, or so it seemed: that nobody listens any more, a handshake can't tell. */
    @ParameterizedTest
    @ValueSource(strings = {"new context TLSv1.2", "new default"})
    void aServerThatHasGoneSinceTheSocketConnectedLooksAsIfItHadReset(String factory) {
        AppSocket second;
        try (Site site = ServerJvm.https()) {
            AppSocket first = AppSocket.connected(client, factory, site.port());
            assertThat(first.exchange(site, "body=10").right()).isTrue();
            first.close();
            second = AppSocket.connected(client, factory, site.port());
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
        assertThat(second.trySay("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).isEqualTo("java.net.SocketException");
        second.close();
    }

    private void assertCostsAConnection(String deed, String protocol) {
        try (Site site = ServerJvm.https()) {
            for (int connection = 1; connection <= 3; connection++) {
                assertOnConnection(connection, ask(site, protocol));
                assertOnConnection(connection, ask(site, protocol).body(10).method("PUT"));
                onIdle(site, deed);
            }
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    /** On the only one there is: the last one may be on its way out still. */
    private static void onIdle(Site site, String deed) {
        Await.until(() -> site.tally().open() == 1, site::tally);
        Await.until(() -> site.onIdle(deed) > 0, site::tally);
    }

    private static Ask ask(Site site, String protocol) {
        return Ask.of(site, "body=10")
                .with("tls", "host and port")
                .with("set", protocol)
                .with("noDelay", true);
    }
}
