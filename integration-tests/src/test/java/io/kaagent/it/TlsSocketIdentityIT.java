package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A TLS connection goes to nobody who would have made another one: whose request fails, or is somebody else's, without the agent has the
 * same fate with it, whatever connection lies there.
 */
@OnEveryJdk
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsSocketIdentityIT {
    private static final List<String> HOST_AND_PORT = Collections.nCopies(3, "host and port");
    private static final List<String> LAYERED = Collections.nCopies(3, "layered");
    private static final List<String> UNCONNECTED = Collections.nCopies(3, "unconnected");

    @Parameter
    Jdk jdk;

    private ClientJvm plain;
    private ClientJvm agent;

    @BeforeParameterizedClassInvocation
    void start() {
        plain = AgentJvm.on(jdk).client();
        agent = AgentJvm.on(jdk).agent().client();
    }

    @AfterParameterizedClassInvocation
    void end() {
        plain.close();
        agent.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HOST")
    void whatDiffersInOneInputIsNeverShared(DifferentTlsSocket different) {
        assertNeverShared(different.requests(), "host and port", HOST_AND_PORT);
    }

    @ParameterizedTest
    @EnumSource
    void norIsItBetweenLayeredSockets(DifferentTlsSocket different) {
        assertNeverShared(different.requests(), "layered", LAYERED);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUST_ANCHORS", "OWN_KEYS", "SERVER_NAME", "ENDPOINT_IDENTIFICATION"})
    void norBetweenOnesAndOthers(DifferentTlsSocket different) {
        assertNeverShared(
                different.requests(), "layered", List.of("host and port", "layered", "layered", "host and port"));
    }

    /** The one sets it before it connects, the other only then. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "PROTOCOL",
                "CIPHER_SUITE",
                "SERVER_NAME",
                "ENDPOINT_IDENTIFICATION",
                "ALGORITHM_CONSTRAINTS",
                "APPLICATION_PROTOCOL"
            })
    void whatIsSetBetweenConnectAndHandshakeCounts(DifferentTlsSocket different) {
        assertNeverShared(different.requests(), "connected first", UNCONNECTED);
    }

    @Test
    void strictSharesWithinOneContextOnly() {
        try (Site site = ServerJvm.https();
                ClientJvm own = AgentJvm.on(jdk).agent("tlsIdentity=strict").client()) {
            Ask ask = TlsSocketWay.CONTEXT_EACH_TIME.ask(site, "body=10").with("noDelay", true);
            assertThat(own.load(ask, 1, 5)).isEqualTo(Loaded.allRight(5));
            assertThat(site.tally().accepted()).isEqualTo(5);
            Ask within = TlsSocketWay.FACTORY_EACH_TIME.ask(site, "body=10").with("noDelay", true);
            assertThat(own.load(within, 1, 5)).isEqualTo(Loaded.allRight(5));
            assertThat(site.tally().accepted()).isEqualTo(6);
        }
    }

    /** @param ways of the lax ones: the agent learns from the first what such sockets come to in the end, and the others share */
    private void assertNeverShared(RequestPair requests, String strictWay, List<String> ways) {
        try (Site site = requests.site()) {
            Ask strict = requests.strict(site).with("tls", strictWay);
            Ask lax = requests.lax(site).with("tls", ways.get(0));
            Outcome laxWithout = plain.exchange(lax);
            Outcome strictWithout = plain.exchange(strict);
            assertThat(laxWithout.right()).as("%s", laxWithout).isTrue();
            assertThat(seen(strictWithout)).isNotEqualTo(seen(laxWithout));

            List<Integer> connections = new ArrayList<>();
            for (String way : ways) {
                connections.add(connection(requests.lax(site).with("tls", way), laxWithout));
            }
            int last = connections.size() - 1;
            assertThat(connections.get(last - 1).equals(connections.get(last)))
                    .as("shared: %s", connections)
                    .isEqualTo(requests.isProved());
            int other = connection(strict, strictWithout);
            assertThat(connections).doesNotContain(other);
            assertThat(connection(lax, laxWithout)).isNotEqualTo(other);
        }
    }

    /** The one that a request has got with the agent that is to see what it has seen without. */
    private int connection(Ask ask, Outcome without) {
        Outcome with = agent.exchange(ask);
        assertThat(seen(with)).isEqualTo(seen(without));
        return with.connection();
    }

    /** But for the connection. */
    private static Outcome seen(Outcome outcome) {
        return new Outcome(
                outcome.status(), -1, outcome.right(), outcome.fields(), outcome.failure(), outcome.message());
    }
}
