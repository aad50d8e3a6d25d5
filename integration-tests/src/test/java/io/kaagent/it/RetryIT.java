package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The JDK sends a request once more if a server drops the connection without an answer. */
@OnEveryJdk
class RetryIT {
    @Parameter
    Jdk jdk;

    @Test
    void happensExactlyAsWithoutTheAgent() {
        assertThat(resultsOf(AgentJvm.on(jdk).agent())).isEqualTo(resultsOf(AgentJvm.on(jdk)));
    }

    @Test
    void keepsToTheOneSlotThereIs() {
        try (Site site = ServerJvm.siteLimitedTo(1);
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("maxSockets=1,acquireTimeout=5000")
                        .client()) {
            for (int i = 0; i < 20; i++) {
                Outcome outcome = client.exchange(Ask.of(site, "drop=reused"));
                assertThat(outcome.right()).as("%s", outcome).isTrue();
            }
            assertThat(site.tally().mostOpen()).isEqualTo(1);
            assertThat(site.tally().accepted()).isEqualTo(20);
        }
    }

    private static List<String> resultsOf(AgentJvm jvm) {
        try (ClientJvm client = jvm.client().mayWarnOf(" once more")) {
            return Stream.of("GET", "POST", "PUT", "streaming POST", "streaming PUT")
                    .map(kind -> kind + ": " + result(client, kind))
                    .toList();
        }
    }

    /** On a connection that has been used before; then what the application and the server saw. */
    private static String result(ClientJvm client, String kind) {
        try (Site site = ServerJvm.site()) {
            client.exchange(Ask.of(site, "body=10").id("before"));
            Ask ask = Ask.of(site, "drop=reused").id("dropped");
            if (!kind.equals("GET")) {
                ask.body(30).method(kind.replace("streaming ", ""));
            }
            if (kind.startsWith("streaming")) {
                ask.with("streaming", "fixed");
            }
            return client.exchange(ask) + " " + site.tally().arrivals();
        }
    }
}
