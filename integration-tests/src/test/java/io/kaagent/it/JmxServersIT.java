package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.LooksAtItself;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Whoever uses JMX, and whenever he began to. */
@OnEveryJdkAtOnce
class JmxServersIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    /** Nobody asks for the server once more. */
    @Test
    void anAgentThatIsAttachedFindsTheServerThatIsThere() throws Exception {
        try (Site site = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).client();
            try (JmxClient jmx = JmxClient.of(client)) {
                LateAttachIT.attach(client);
                client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 20);
                jmx.await(JmxClient.origin(site));
                assertThat(jmx.count(JmxClient.pool(), "Requests")).isEqualTo(20);
                assertThat(jmx.count(JmxClient.origin(site), "ConnectionsOpened"))
                        .isEqualTo(site.tally().accepted());
            }
            assertThat(client.finish().exit()).isZero();
        }
    }

    @Test
    void anApplicationLooksAtItselfAndMayDoNothingElse() throws IOException {
        Path policy = Files.writeString(
                directory.resolve("policy"),
                "grant { permission java.net.SocketPermission \"127.0.0.1:1024-\", \"connect,resolve\";"
                        + " permission javax.management.MBeanServerPermission \"*\";"
                        + " permission javax.management.MBeanPermission \"*\", \"*\"; };");
        AgentJvm jvm = AgentJvm.on(jdk).agent();
        if (!jdk.isAtLeast(18)) {
            jvm.option("-Djava.security.manager").option("-Djava.security.policy==" + policy);
        }
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = jvm.run(LooksAtItself.class, site.url("body=10"));
            assertThat(String.join("\n", finished.errWithout("WARNING: "))).matches(BuiltJar.startLine());
            assertThat(finished.out())
                    .containsExactly(
                            "before the first request: false",
                            "requests: 1",
                            "ka.maxSockets=3, before it was Infinity");
            assertThat(finished.exit()).isZero();
        }
    }
}
