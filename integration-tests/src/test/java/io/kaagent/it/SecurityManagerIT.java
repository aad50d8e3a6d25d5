package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Hello;
import io.kaagent.it.child.SecurityManagerLater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Applications with few rights are pooled, and get no more rights by it. */
@OnEveryJdkAtOnce
class SecurityManagerIT {
    private static final String CONNECTING =
            "permission java.net.SocketPermission \"127.0.0.1:1024-\", \"connect,resolve\";";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereThereIsOne() {
        assumeTrue(!jdk.isAtLeast(24), "JDK 24 and later have no security manager");
    }

    @Test
    void anApplicationThatMayOnlyConnectIsPooled() throws IOException {
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = restricted(
                            "==", "maxSockets=1,acquireTimeout=20000,errorBodyTime=5000,drainTime=20000")
                    .run(
                            Hello.class,
                            site.url("body=10"),
                            "ABANDON " + site.url("body=100&status=500"),
                            "UNREAD_CLOSE " + site.url("body=100&late=20"),
                            "CLOSE " + site.url("body=100&status=302&redirect"));
            assertThat(finished.out().get(0)).isEqualTo("hello");
            assertThat(finished.out().subList(1, finished.out().size()))
                    .hasSize(4)
                    .containsOnly("connection 1, connection 1");
            assertSaysNoMoreThanItsLine(finished);
        }
    }

    /**
     * The test's application makes its trust out of a file, which is a right of its own. The JDK's own policy counts, too: JDK 8 has no elliptic curves
     * without it.
     */
    @Test
    void soIsEachKindOfItsClients() throws IOException {
        FinishedJvm finished = KindsOfClients.run(restricted(
                "=",
                "",
                "permission java.util.PropertyPermission \"javax.net.ssl.trustStore\", \"read\";"
                        + "permission java.io.FilePermission \"" + Certificates.trustStore() + "\", \"read\";"));
        assertThat(finished.out()).isEqualTo(KindsOfClients.POOLED);
        assertSaysNoMoreThanItsLine(finished);
    }

    @Test
    void oneThatIsSetLaterMakesNoDifferenceToFreeConnections() throws IOException {
        FinishedJvm finished =
                KindsOfClients.run(later(AgentJvm.on(jdk).agent(), CONNECTING), SecurityManagerLater.class);
        assertThat(finished.out()).isEqualTo(twice(KindsOfClients.POOLED));
        assertSaysNoMoreThanItsLine(finished);
    }

    @Test
    void aFreeConnectionIsNoWayAroundTheRightToConnect() throws IOException {
        List<String> refused = refused(AgentJvm.on(jdk));
        assertThat(refused).hasSize(4 * KindsOfClients.ALONE.size()).allMatch(line -> line.contains("access denied"));
        assertThat(refused(AgentJvm.on(jdk).agent())).isEqualTo(refused);
    }

    /** What an application gets that was free to connect at first. */
    private List<String> refused(AgentJvm jvm) throws IOException {
        FinishedJvm finished = KindsOfClients.run(later(jvm, ""), SecurityManagerLater.class);
        assertThat(finished.exit()).isZero();
        return finished.out().stream()
                .filter(line -> line.contains("Exception"))
                .map(line -> line.replaceAll("127\\.0\\.0\\.1:\\d+", "server"))
                .toList();
    }

    /** @param only {@code ==} if nothing but that is allowed, {@code =} if what the JDK's policy allows is, too */
    private AgentJvm restricted(String only, String agentArgument, String... more) throws IOException {
        return AgentJvm.on(jdk)
                .agent(agentArgument)
                .options("-Djava.security.manager", policy(only, CONNECTING + String.join("", more)));
    }

    private AgentJvm later(AgentJvm jvm, String permissions) throws IOException {
        jvm.option(policy("==", permissions));
        return jdk.isAtLeast(18) ? jvm.option("-Djava.security.manager=allow") : jvm;
    }

    private String policy(String only, String permissions) throws IOException {
        Path policy = Files.writeString(directory.resolve("policy"), "grant { " + permissions + " };");
        return "-Djava.security.policy" + only + policy;
    }

    private static List<String> twice(List<String> lines) {
        return Stream.concat(lines.stream(), lines.stream()).toList();
    }

    /** Besides that, JDK 17 and later warn of the security manager. */
    private static void assertSaysNoMoreThanItsLine(FinishedJvm finished) {
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.errWithout("WARNING: "))).matches(BuiltJar.startLine());
    }
}
