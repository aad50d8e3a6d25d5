package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.SocketFactories;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Applications that set a factory for the impls of all sockets when there are free connections already: each kind of client gets what it gets without the
 * agent, and what the factory makes is never taken over from another socket, unless the JDK itself would have made it.
 */
@OnEveryJdkAtOnce
class SocketFactoriesIT {
    private static final String REFUSED = "java.net.SocketException: factory already defined";

    @Parameter
    Jdk jdk;

    /** It has no descriptor that could be looked at. */
    @Test
    void anImplOfTheApplicationsIsNeverPooled() {
        List<String> plain = run(AgentJvm.on(jdk), "own").out();
        assertThat(plain).hasSize(13).last().isEqualTo(REFUSED);
        assertThat(plain.subList(0, 12)).allMatch(line -> line.endsWith("4 right over 4"));
        assertMakes("own", plain.subList(8, 12));
    }

    /** The JDK's own client may be pooled over it, which can see its descriptor; a socket of the application's may not. */
    @Test
    void norIsOneThatDelegatesToTheJdksUnderASocketOfTheApplications() {
        assertMakes(
                "delegating",
                List.of(
                        "url: 4 right over 1",
                        "socket: 4 right over 4",
                        "https: 4 right over 1",
                        "TLS socket: 4 right over 4"));
    }

    @Test
    void anImplOfTheJdksIs() {
        assertMakes("the JDK's", KindsOfClients.POOLED);
    }

    /** @param elsewhere what its clients say of servers they have no connection to when the factory is set */
    private void assertMakes(String made, List<String> elsewhere) {
        FinishedJvm finished = run(AgentJvm.on(jdk).agent(), made);
        assertThat(finished.out().subList(0, 4)).isEqualTo(KindsOfClients.POOLED);
        // connections of the URL clients may be left from before
        assertThat(finished.out().subList(4, 8)).allMatch(line -> line.contains(": 4 right over "));
        assertThat(finished.out().subList(8, 12)).isEqualTo(elsewhere);
        assertThat(finished.out()).hasSize(13).last().isEqualTo(REFUSED);
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }

    private FinishedJvm run(AgentJvm jvm, String made) {
        if (jdk.isAtLeast(9)) {
            jvm.option("--add-opens=java.base/java.net=ALL-UNNAMED");
        }
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                Site otherHttp = ServerJvm.site();
                Site otherHttps = ServerJvm.https()) {
            String[] addresses = Stream.of(http, https, otherHttp, otherHttps)
                    .map(site -> site.url("body=10"))
                    .toArray(String[]::new);
            return jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                    .run(SocketFactories.class, made, addresses[0], addresses[1], addresses[2], addresses[3]);
        }
    }
}
