package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the agent leaves behind: nothing. */
@OnEveryJdkAtOnce
class ExitIT {
    @Parameter
    Jdk jdk;

    /** {@code close()} checks that the application ends by itself. */
    @Test
    void freeConnectionsDoNotKeepTheJvmAlive() {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                ClientJvm client = AgentJvm.on(jdk).agent("timeout=600000").client()) {
            client.load(Ask.of(http, "body=10"), 8, 200);
            client.load(Ask.of(https, "body=10"), 8, 200);
            assertThat(http.tally().open()).isPositive();
            assertThat(https.tally().open()).isPositive();
            assertThat(client.tell("threads").get("others")).isEqualTo("main");
        }
    }

    @Test
    void noThreadAndNoSocketOutlivesTheFreeConnections() {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                ClientJvm client = AgentJvm.on(jdk).agent("timeout=300").client()) {
            client.load(Ask.of(http, "body=10"), 1, 1);
            client.load(Ask.of(https, "body=10"), 1, 1);
            Await.until(() -> hasNoThread(client), () -> client.tell("threads"));
            long before = sockets(client);
            client.load(Ask.of(http, "body=10"), 16, 160);
            client.load(Ask.of(https, "body=10"), 16, 160);
            client.load(Ask.of(http, "body=10&close"), 16, 160);
            Await.until(() -> sockets(client) == before, () -> sockets(client) + " instead of " + before);
            Await.until(() -> hasNoThread(client), () -> client.tell("threads"));
        }
    }

    private static boolean hasNoThread(ClientJvm client) {
        return !client.tell("threads").get("daemons").contains("ka-agent");
    }

    private static long sockets(ClientJvm client) {
        try (Stream<Path> descriptors =
                Files.list(Path.of("/proc/" + client.jvm().pid() + "/fd"))) {
            return descriptors.filter(ExitIT::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed since it was listed.
            return false;
        }
    }
}
