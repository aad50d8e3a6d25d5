package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

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
            long before = OpenSockets.of(client);
            client.load(Ask.of(http, "body=10"), 16, 160);
            client.load(Ask.of(https, "body=10"), 16, 160);
            client.load(Ask.of(http, "body=10&close"), 16, 160);
            Await.until(() -> OpenSockets.of(client) == before, () -> OpenSockets.of(client) + " instead of " + before);
            Await.until(() -> hasNoThread(client), () -> client.tell("threads"));
        }
    }

    private static boolean hasNoThread(ClientJvm client) {
        return !client.tell("threads").get("daemons").contains("ka-agent");
    }
}
