package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The agent's counters against what servers have counted, to the unit, over all kinds of clients and of mishaps. It keeps the machine busy: one at a time. */
@OnEveryJdk
class CountersIT {
    private static final int UNTRUSTED = 2;

    @Parameter
    Jdk jdk;

    @Test
    void saysWhatTheServersSay(@TempDir Path directory) {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk)
                    .agent("summary=true,report=" + directory + "/report.html")
                    .client();
            AllKinds.of(client, http, https, proxy);
            leak(client, http);
            untrusted(client, https);
            Message pool = client.tell("pool");
            int accepted = http.tally().accepted() + https.tally().accepted();
            int arrived =
                    http.tally().arrivals().size() + https.tally().arrivals().size();
            Await.until(() -> https.tally().handshakes() == https.tally().accepted() - UNTRUSTED, https::tally);
            assertThat(pool.number("created")).as("connections, of %s", pool).isEqualTo(accepted);
            assertThat(pool.number("requests")).as("requests, of %s", pool).isEqualTo(arrived);
            assertThat(pool.number("handshakes"))
                    .as("handshakes, of %s", pool)
                    .isEqualTo(https.tally().handshakes());
            assertThat(pool.number("created") - pool.number("destroyed"))
                    .as("open, of %s", pool)
                    .isEqualTo(pool.number("busy") + pool.number("free"));
            // a socket that TLS will be layered over is a plain one until then: the first of them counts for an origin
            // of its own
            assertThat(summary(client.finish()))
                    .startsWith("ka-agent 0.1.0: " + shown(arrived) + " requests over " + shown(accepted)
                            + " connections to 3 origins; ")
                    .contains(" saved " + shown(arrived - accepted) + " connects and "
                            + shown(https.tally().arrivals().size()
                                    - https.tally().accepted()) + " TLS handshakes, about ")
                    .endsWith("; 0 waited; " + pool.get("resent") + " sent again, 1 leaked, 0 failures of the agent");
            ReportPage report = ReportPage.in(directory.resolve("report.html"));
            assertThat(report.number("created")).isEqualTo(accepted).isEqualTo(report.drawn("connections opened"));
            assertThat(report.number("requests")).isEqualTo(arrived).isEqualTo(report.drawn("requests"));
            assertThat(report.number("handshakeNanos")).isEqualTo(https.tally().handshakes());
            assertThat(report.number("saved")).isEqualTo(arrived - accepted);
            assertThat(report.number("created") - report.number("destroyed")).isEqualTo(report.number("open"));
            assertThat(report.number("ageNanos")).isEqualTo(report.number("destroyed"));
        }
    }

    private static void leak(ClientJvm client, Site site) {
        client.exchange(Ask.of(site, "body=1000000").finish(Finish.ABANDON));
        Await.until(
                () -> {
                    client.tell("gc");
                    return client.tell("pool").number("leaked") == 1;
                },
                () -> client.tell("pool"));
    }

    private static void untrusted(ClientJvm client, Site site) {
        assertThat(client.exchange(Ask.of(site, "body=10").with("factory", "untrusting"))
                        .failure())
                .contains("SSL");
        assertThat(client.exchange(Ask.of(site, "body=10")
                                .with("tls", "host and port")
                                .with("factory", "untrusting"))
                        .failure())
                .contains("SSL");
    }

    private static String shown(int number) {
        return number < 1000 ? "" + number : number / 1000 + String.format(" %03d", number % 1000);
    }

    private static String summary(FinishedJvm finished) {
        Stream<String> lines = finished.err().stream().filter(line -> line.startsWith("ka-agent 0.1.0: "));
        return lines.skip(1).findFirst().orElse("no summary in " + finished.err());
    }
}
