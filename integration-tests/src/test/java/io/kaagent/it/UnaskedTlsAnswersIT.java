package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.raw.TlsSocketEnds;
import io.kaagent.it.child.raw.Transport;
import java.util.List;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send answers over TLS which nobody has asked for: they belong to whoever has the connection, and to nobody after. */
@OnEveryJdk
class UnaskedTlsAnswersIT {
    @Parameter
    Jdk jdk;

    private ClientJvm client;

    @BeforeParameterizedClassInvocation
    void start() {
        RunningJvm jvm = AgentJvm.on(jdk)
                .agent()
                .option("-XX:TieredStopAtLevel=1")
                .property("javax.net.ssl.trustStore", Certificates.trustStore())
                .start(TlsSocketEnds.class);
        client = new ClientJvm(jvm, true).mayWarnOf("sent bytes that belong to no response");
    }

    @AfterParameterizedClassInvocation
    void end() {
        client.close();
    }

    /** As without the agent, each takes the greeting for its answer. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void oneBeforeTheFirstRequestLeavesNoAnswerToTheNextOwner(String protocol) {
        try (Site site = ServerJvm.httpsGreetingIn(protocol)) {
            assertThat(play(site, Transport.LAYERED, "greeted", "greeted", "whose"))
                    .containsExactly("greeting", "greeting", "greeting");
            assertThat(site.tally().accepted()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "half"})
    void oneWhoseRecordWasReadInPartStaysWithItsOwner(String part) {
        try (Site site = ServerJvm.httpsWith("halts", "true")) {
            List<String> saw = play(site, Transport.TLS, "ask", "ask", part, "ask", "ask");
            assertThat(saw.get(2)).matches(endsSocketsAmidARecord() ? "SSLException" : "\\d+");
            assertEachHasItsOwn(saw.subList(3, 5));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "LAYERED"})
    void soDoesWhatComesAfterItsRest(Transport transport) {
        assumeFalse(endsSocketsAmidARecord(), "nobody asks again there");
        try (Site site = ServerJvm.httpsWith("halts", "true")) {
            List<String> saw = play(site, transport, "ask", "ask", "header and again", "ask", "ask");
            assertThat(saw.get(2)).endsWith("+stray");
            assertEachHasItsOwn(saw.subList(3, 5));
        }
    }

    /** As JDK 8 does, if a read times out there. */
    private boolean endsSocketsAmidARecord() {
        return !jdk.isAtLeast(9);
    }

    private static void assertEachHasItsOwn(List<String> saw) {
        assertThat(saw).allMatch(connection -> connection.matches("\\d+"));
    }

    private List<String> play(Site site, Transport transport, String... steps) {
        Message play = new Message("play").with("port", site.port()).with("transport", transport);
        return List.of(client.tell(play.with("steps", String.join(",", steps)))
                .get("saw")
                .split(","));
    }
}
