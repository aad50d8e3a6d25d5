package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** How the pool closes the connections of TLS sockets: with a goodbye (RFC 8446, 6.1), and on a thread of its own. */
@OnEveryJdk
class TlsGoodbyeIT {
    private static final String[] PROTOCOLS = {"protocol TLSv1.2", "protocol TLSv1.3"};

    @Parameter
    Jdk jdk;

    @Test
    void theServerIsToldThatNothingMoreComesByAThreadForThat() {
        try (Site once = ServerJvm.https();
                Site twice = ServerJvm.https();
                Site full = ServerJvm.https()) {
            // the JDK tells of each alert which thread has sent it
            ClientJvm client = AgentJvm.on(jdk)
                    .agent("timeout=100,origin.127.0.0.1:" + full.port() + ".maxFreeSockets=0")
                    .option("-Djavax.net.debug=ssl,record")
                    .client();
            for (String protocol : PROTOCOLS) {
                request(client, once, protocol, 1);
                request(client, twice, protocol, 2);
                request(client, full, protocol, 1);
            }
            assertClosedWell(once);
            assertClosedWell(twice);
            assertClosedWell(full);
            // javax.net.ssl|DEBUG|21|name of the thread|time|where|what; version NONE: by a socket that has lost its
            // connection, to nobody
            assertThat(client.finish().err())
                    .filteredOn(line -> line.contains("WRITE: TLS") && line.contains("alert(close_notify)"))
                    .hasSize(3 * PROTOCOLS.length)
                    .allMatch(line -> line.split("\\|")[3].equals("ka-agent-closer"));
        }
    }

    /** The connection comes from the socket that has made it, or has been in another one since; or there is no room for it. */
    private static void request(ClientJvm client, Site site, String protocol, int times) {
        Ask ask = TlsSocketWay.HOST_AND_PORT.ask(site, "body=10").with("set", protocol);
        assertThat(client.load(ask, 1, times)).isEqualTo(Loaded.allRight(times));
    }

    /** One connection for each protocol; without a goodbye its end is an exception to the server. */
    private static void assertClosedWell(Site site) {
        site.awaitOpen(0);
        assertThat(site.tally().accepted()).isEqualTo(PROTOCOLS.length);
        assertThat(site.tally().broken()).isZero();
    }
}
