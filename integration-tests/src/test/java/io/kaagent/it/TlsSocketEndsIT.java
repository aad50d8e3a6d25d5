package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.raw.TlsSocketEnds;
import io.kaagent.it.child.raw.Transport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However the application ends a TLS socket, and whatever the server does meanwhile, the next request works. There is one connection at a time
 * for all of its sockets, which it does not forget: what is lost of that, is missed at once.
 */
@OnEveryJdk
class TlsSocketEndsIT {
    private static final int REQUESTS = 300;

    @Parameter
    Jdk jdk;

    private Site crowded;
    private ClientJvm client;

    @BeforeParameterizedClassInvocation
    void start() {
        crowded = ServerJvm.https();
        String argument = "maxSockets=1,acquireTimeout=1000,origin.127.0.0.1:" + crowded.port() + ".maxSockets=8";
        client = new ClientJvm(
                AgentJvm.on(jdk)
                        .agent(argument)
                        .property("javax.net.ssl.trustStore", Certificates.trustStore())
                        // with a ticket of the client's, a server could not make it look at the certificate again
                        .property("jdk.tls.client.enableSessionTicketExtension", false)
                        .start(TlsSocketEnds.class),
                true);
    }

    @AfterParameterizedClassInvocation
    void end() {
        client.close();
        crowded.close();
    }

    @Test
    void twoThreadsMayCloseASocketAtTheSameTime() {
        Message closed =
                client.tell(new Message("closers").with("port", crowded.port()).with("requests", REQUESTS));
        assertThat(closed.get("failures")).isEmpty();
        assertThat(crowded.tally().arrivals()).hasSize(2 * REQUESTS).doesNotHaveDuplicates();
        assertThat(crowded.tally().accepted()).isLessThanOrEqualTo(8);
        int before = crowded.tally().accepted();
        assertThat(play(crowded, Transport.TLS, "ask", "ask", "ask")).doesNotContain("SocketTimeoutException");
        assertThat(crowded.tally().accepted()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "LAYERED"})
    void anAnswerThatWasNotWaitedForCostsAConnectionAndNoPlace(Transport transport) {
        try (Site site = ServerJvm.https()) {
            assertGoesOnAfter("time out", "SocketTimeoutException", site, transport);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "LAYERED"})
    void aHandshakeWithoutARequestLosesNoPlace(Transport transport) {
        try (Site site = ServerJvm.https()) {
            assertGoesOnAfter("handshake", "shaken", site, transport);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "LAYERED"})
    void aResetInPlaceOfTheAnswerLosesNoPlace(Transport transport) {
        try (Site site = ServerJvm.https()) {
            assertGoesOnAfter("reset", "(Socket|SSL|EOF)Exception", site, transport);
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    @Test
    void whoHasNothingMoreToSayGetsTheWholeAnswer() {
        try (Site site = ServerJvm.https()) {
            assertThat(play(site, Transport.TLS, "ask", "ask", "mute", "ask", "ask"))
                    .allMatch(TlsSocketEndsIT::isConnection);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "LAYERED"})
    void anOptionOfASocketThatIsClosedUnusedIsNotTheNextOnes(Transport transport) {
        try (Site site = ServerJvm.https()) {
            List<String> saw = play(site, transport, "ask", "ask", "options", "options", "ask", "options", "ask");
            assertThat(saw).filteredOn(seen -> !isConnection(seen)).hasSize(3).containsOnly("-1 0 true");
        }
    }

    @Test
    void soDoesWhoWaitsForItWhenAnotherThreadSaysThat() {
        try (Site site = ServerJvm.https()) {
            assertThat(play(site, Transport.TLS, "ask", "ask", "mute waiting", "ask", "ask"))
                    .allMatch(TlsSocketEndsIT::isConnection);
        }
    }

    @Test
    void aConnectionWhoseOutputEndedBelowItsTlsIsNotUsedAgain() {
        try (Site site = ServerJvm.https()) {
            List<String> saw = play(site, Transport.LAYERED, "ask", "ask", "mute below", "ask", "ask");
            assertThat(saw).allMatch(TlsSocketEndsIT::isConnection);
            assertThat(saw.subList(3, 5)).doesNotContain(saw.get(2));
        }
    }

    @Test
    void aPlainRequestToTheSamePortIsAnsweredInPlainText() {
        try (Site site = ServerJvm.httpsWith("either", "true")) {
            assertThat(play(site, Transport.LAYERED, "ask", "ask", "ask", "plain", "plain", "ask", "ask"))
                    .allMatch(TlsSocketEndsIT::isConnection);
        }
    }

    @Test
    void aSessionThatEndsAfterItsSocketCostsOneConnection() {
        try (Site site = ServerJvm.https()) {
            play(site, Transport.TLS, "ask", "ask", "invalidate");
            int before = site.tally().accepted();
            assertThat(play(site, Transport.TLS, "ask", "ask", "ask", "ask", "ask"))
                    .allMatch(TlsSocketEndsIT::isConnection);
            assertThat(site.tally().accepted()).isLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void anotherHandshakeOnAUsedConnectionComparesTheNamesToo() {
        try (Site site = ServerJvm.httpsWith("protocol", "TLSv1.2")) {
            assertThat(play(site, Transport.TLS, "identify", "identify", "renegotiate", "seen"))
                    .containsExactly("1", "1", "1", "HTTPS HTTPS");
        }
    }

    private List<String> play(Site site, Transport transport, String... steps) {
        Message play = new Message("play").with("port", site.port()).with("transport", transport);
        return List.of(client.tell(play.with("steps", String.join(",", steps)))
                .get("saw")
                .split(","));
    }

    private void assertGoesOnAfter(String step, String seen, Site site, Transport transport) {
        List<String> saw = play(site, transport, "ask", "ask", step, "ask", "ask");
        assertThat(saw.get(2)).matches(seen);
        assertThat(saw.subList(3, 5)).as("%s", saw).allMatch(TlsSocketEndsIT::isConnection);
    }

    private static boolean isConnection(String seen) {
        return seen.matches("\\d+");
    }
}
