package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The agent's counters against what servers have counted, to the unit, over all kinds of clients and of mishaps. It keeps the machine busy: one at a time. */
@OnEveryJdk
class CountersIT {
    private static final int UNTRUSTED = 2;

    @Parameter
    Jdk jdk;

    @Test
    void saysWhatTheServersSay() {
        try (Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            ClientJvm client = AgentJvm.on(jdk).agent("summary=true").client();
            urls(client, http);
            urls(client, https);
            tunnels(client, https, proxy);
            raw(client, http);
            rawTls(client, https);
            mishaps(client, http);
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
        }
    }

    private static void urls(ClientJvm client, Site site) {
        client.load(Ask.of(site, "body=10"), 4, 100);
        client.load(Ask.of(site, "body=100&chunked").body(50), 2, 20);
        client.load(Ask.of(site, "body=10").finish(Finish.DISCONNECT), 1, 10);
        client.load(Ask.of(site, "body=10&close"), 2, 10);
        client.load(Ask.of(site, "obeys").with("header", "Connection: close"), 1, 5);
        client.load(Ask.of(site, "body=10").method("HEAD"), 1, 5);
        client.load(Ask.of(site, "body=100&status=500").finish(Finish.UNREAD_DISCONNECT), 1, 5);
        client.load(Ask.of(site, "status=302&redirect"), 1, 5);
        client.load(Ask.of(site, "drop=reused"), 1, 5);
        client.load(Ask.of(site, "drop"), 1, 3);
        client.load(Ask.of(site, "body=1000&reset=500"), 1, 5);
        client.load(Ask.of(site, "body=10").body(5).with("streaming", "chunked"), 1, 5);
        client.load(Ask.of(site, "body=10"), 1, 10);
    }

    private static void tunnels(ClientJvm client, Site https, Site proxy) {
        client.load(Ask.of(https, "body=10").with("proxy", proxy.port()), 1, 10);
        assertThat(proxy.tally().arrivals()).containsOnly("CONNECT");
    }

    private static void raw(ClientJvm client, Site site) {
        client.load(Ask.of(site, "body=10").with("raw", true), 2, 40);
        client.load(Ask.of(site, "obeys").with("raw", true).with("header", "Connection: close"), 1, 10);
        client.load(Ask.of(site, "body=10&close").with("raw", true), 1, 5);
        client.load(Ask.of(site, "body=10").with("raw", true).body(50), 1, 5);
        client.load(Ask.of(site, "body=10").with("raw", true).method("HEAD"), 1, 5);
        client.load(Ask.of(site, "drop=reused").with("raw", true), 1, 5);
        client.load(Ask.of(site, "body=1000&reset=500").with("raw", true), 1, 5);
    }

    private static void rawTls(ClientJvm client, Site site) {
        for (String way : List.of("host and port", "layered", "unconnected")) {
            client.load(Ask.of(site, "body=10").with("tls", way), 2, 10);
        }
        for (String look : List.of("session", "handshake")) {
            client.load(Ask.of(site, "body=10").with("tls", "host and port").with("look", look), 1, 5);
        }
        client.load(Ask.of(site, "drop=reused").with("tls", "host and port"), 1, 5);
        client.load(Ask.of(site, "body=10&close").with("tls", "host and port").with("look", "handshake"), 1, 5);
    }

    private static void mishaps(ClientJvm client, Site site) {
        client.load(Ask.of(site, "drop=reused").body(30), 1, 5);
        client.load(Ask.of(site, "body=100000").finish(Finish.UNREAD_CLOSE), 1, 5);
        client.load(Ask.of(site, "body=10&version=1.0"), 1, 3);
        client.load(Ask.of(site, "body=10&hint=timeout%3D5,max%3D2"), 1, 6);
        client.load(Ask.of(site, "body=10&delay=100").with("readTimeout", 30), 1, 2);
        client.load(Ask.of(site, "body=10&delay=100").with("readTimeout", 30).with("raw", true), 1, 2);
        client.load(Ask.of(site, "body=10&stray"), 1, 3);
        client.load(Ask.of(site, "body=10&stray").with("raw", true), 1, 3);
        named(client, "create", site);
        named(client, "connect", site);
        for (int i = 0; i < 4; i++) {
            named(client, "exchange", site);
        }
        named(client, "close", site);
    }

    /** A socket that is kept for several requests. */
    private static void named(ClientJvm client, String what, Site site) {
        client.tell(new Message("named")
                .with("as", "kept")
                .with("do", what)
                .with("port", site.port())
                .with("url", site.url("body=10")));
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
