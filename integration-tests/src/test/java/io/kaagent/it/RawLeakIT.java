package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that the application forgets. With one connection an origin, the next request needs what became of the last. */
class RawLeakIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,timeout=60000");
    }

    @Test
    void betweenTwoExchangesComeBack() {
        try (Site site = ServerJvm.site()) {
            for (int i = 1; i <= 3; i++) {
                AppSocket socket = AppSocket.in(client);
                Await.until(() -> isConnected(socket, site), site::tally);
                assertThat(socket.exchange(site, "body=10").right()).isTrue();
                assertThat(socket.exchange(site, "body=10&chunked").right()).isTrue();
                socket.drop();
            }
            assertThat(site.tally().accepted()).isEqualTo(1);
            assertThat(site.tally().arrivals()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /?body=10&id=1 HTTP/1.1\r\n",
                "GET /?body=10&id=1 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /?hold&id=1 HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /?id=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345"
            })
    void inAnyOtherStateAreClosed(String said) {
        try (Site site = ServerJvm.site()) {
            AppSocket before = AppSocket.connected(client, site.port());
            assertThat(before.exchange(site, "body=10").right()).isTrue();
            before.close();
            AppSocket socket = AppSocket.connected(client, site.port());
            socket.say(said);
            if (said.contains("hold")) {
                site.awaitArrivals(2);
            }
            socket.drop();
            Await.until(() -> isOpenAfterCollection(site, 0), site::tally);
            site.release(1);
            AppSocket next = AppSocket.connected(client, site.port());
            assertThat(next.exchange(site, "body=10").connection()).isEqualTo(2);
            next.close();
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
            ClientJvm tells =
                    AgentJvm.on(jdk).agent("maxSockets=1,leakDetection=true").client();
            AppSocket socket = AppSocket.connected(tells, site.port());
            assertThat(socket.exchange(site, "body=10").right()).isTrue();
            socket.drop();
            AppSocket next = AppSocket.in(tells);
            Await.until(() -> isConnected(tells, next, site), site::tally);
            assertThat(next.exchange(site, "body=10").connection()).isEqualTo(1);
            next.close();
            List<String> said = tells.finish().err();
            assertThat(said.get(0)).matches(BuiltJar.startLine());
            assertThat(said.get(1))
                    .startsWith("ka-agent WARN ")
                    .contains(site.origin())
                    .contains("given back");
            assertThat(said).filteredOn(line -> line.contains(" WARN ")).hasSize(1);
            assertThat(said).anyMatch(line -> line.contains("io.kaagent.it.child.NamedSockets.act"));
        }
    }

    private boolean isConnected(AppSocket socket, Site site) {
        return isConnected(client, socket, site);
    }

    /** It has to wait for the connection that was dropped. */
    private static boolean isConnected(ClientJvm client, AppSocket socket, Site site) {
        client.tell("gc");
        return socket.connect(site.port(), 100).failure().isEmpty();
    }

    private boolean isOpenAfterCollection(Site site, int open) {
        client.tell("gc");
        return site.tally().open() == open;
    }
}
