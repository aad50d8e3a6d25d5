package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import io.kaagent.it.child.Message;
import java.util.List;

/** About 580 requests of all kinds of clients, by URL and by socket, with and without TLS, and with what can happen to them. */
final class AllKinds {
    private AllKinds() {}

    static void of(ClientJvm client, Site http, Site https, Site proxy) {
        urls(client, http);
        urls(client, https);
        tunnels(client, https, proxy);
        raw(client, http);
        rawTls(client, https);
        mishaps(client, http);
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
}
