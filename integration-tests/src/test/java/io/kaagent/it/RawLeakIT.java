package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Sockets that the application forgets. With one connection an origin, the next request needs what became of the last. */
class RawLeakIT extends SharedClient {
    private static final List<String> UNFINISHED = List.of(
            "",
            "GET /?body=10&id=1 HTTP/1.1\r\n",
            "GET /?body=10&id=1 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /?id=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,timeout=60000");
    }

    @Test
    void betweenTwoExchangesComeBack() {
        try (Site site = ServerJvm.site()) {
            for (int i = 1; i <= 3; i++) {
                AppSocket socket = connectedAfterCollection(client, site);
                assertThat(socket.exchange(site, "body=10").right()).isTrue();
                assertThat(socket.exchange(site, "body=10&chunked").right()).isTrue();
                socket.drop();
            }
            assertThat(site.tally().accepted()).isEqualTo(1);
            assertThat(site.tally().arrivals()).hasSize(6);
        }
    }

    @Test
    void inAnyOtherStateAreClosed() {
        List<Site> sites = UNFINISHED.stream().map(this::siteWithADroppedSocket).toList();
        for (Site site : sites) {
            Await.until(() -> isOpenAfterCollection(site, 0), site::tally);
            AppSocket next = AppSocket.connected(client, site.port());
            assertThat(next.exchange(site, "body=10").connection()).isGreaterThan(1);
            next.close();
            site.close();
        }
    }

    @Test
    void whileTheyAreUsedAreLeftAlone() {
        try (Site site = ServerJvm.site()) {
            client.begin("reader", Ask.of(site, "hold").with("raw", true).id("held"));
            site.awaitArrivals(1);
            client.tell("gc");
            client.tell("gc");
            site.release(1);
            assertThat(client.outcome("reader").right()).isTrue();
        }
    }

    @Test
    void areToldOfWithThePlaceThatOpenedThem() {
        try (Site site = ServerJvm.site()) {
            ClientJvm tells = AgentJvm.on(jdk)
                    .agent("maxSockets=1,timeout=60000,leakDetection=true")
                    .client();
            AppSocket socket = AppSocket.connected(tells, site.port());
            assertThat(socket.exchange(site, "body=10").right()).isTrue();
            socket.drop();
            AppSocket next = connectedAfterCollection(tells, site);
            assertThat(next.exchange(site, "body=10").connection()).isEqualTo(1);
            next.close();
            List<String> said = tells.finish().errWithoutWaits();
            assertThat(said.get(0)).matches(BuiltJar.startLine());
            assertThat(said.get(1))
                    .startsWith("ka-agent WARN ")
                    .contains(site.origin())
                    .contains("given back");
            assertThat(said).filteredOn(line -> line.contains(" WARN ")).hasSize(1);
            assertThat(said).anyMatch(line -> line.contains("io.kaagent.it.child.NamedSockets.act"));
        }
    }

    /** It has to wait for the connection that was dropped; after a failure some JDKs close a socket. */
    private static AppSocket connectedAfterCollection(ClientJvm client, Site site) {
        AtomicReference<AppSocket> socket = new AtomicReference<>();
        Await.until(
                () -> {
                    client.tell("gc");
                    socket.set(AppSocket.in(client));
                    return socket.get().connect(site.port(), 200).failure().isEmpty();
                },
                site::tally);
        return socket.get();
    }

    private Site siteWithADroppedSocket(String said) {
        Site site = ServerJvm.site();
        AppSocket before = AppSocket.connected(client, site.port());
        assertThat(before.exchange(site, "body=10").right()).isTrue();
        before.close();
        AppSocket socket = AppSocket.connected(client, site.port());
        socket.say(said);
        socket.drop();
        return site;
    }

    private boolean isOpenAfterCollection(Site site, int open) {
        client.tell("gc");
        return site.tally().open() == open;
    }
}
