package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryJdk
class SecurityManagerIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void anApplicationThatMayOnlyConnectIsPooled() throws IOException {
        assumeTrue(!jdk.isAtLeast(18), "security managers are switched off");
        Path policy = Files.writeString(
                directory.resolve("policy"),
                "grant { permission java.net.SocketPermission \"127.0.0.1:1024-\", \"connect,resolve\"; };");
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = AgentJvm.on(jdk)
                    .agent("maxSockets=1,acquireTimeout=20000,errorBodyTime=5000,drainTime=20000")
                    .option("-Djava.security.manager")
                    .option("-Djava.security.policy==" + policy)
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
            assertThat(finished.exit()).isZero();
            assertThat(String.join("\n", finished.errWithout("WARNING: "))).matches(BuiltJar.startLine());
        }
    }
}
