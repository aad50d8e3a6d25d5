package io.kaagent.url;

import static java.net.StandardSocketOptions.SO_KEEPALIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.tcp.TcpOptions;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final TcpOptions OPTIONS = TcpOptions.keepAlive(1_000, 1_000, 10, true);

    private final UrlSide side = new UrlSide();

    @Test
    void pauseUntilTheyAreToGoOn() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            Probes probes = new Probes();
            OPTIONS.probe(socket, true);
            probes.goOn(socket);
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
            probes.pause(OPTIONS, socket);
            probes.pause(OPTIONS, socket);
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
            probes.goOn(socket);
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
        }
    }

    /** One for the other would be a system call for each request. */
    @Test
    void needNoSystemCallForTheNextRequestOfTheSameKind() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            Probes probes = new Probes();
            probes.pause(OPTIONS, socket);
            socket.setKeepAlive(true); // by somebody else: what it does is seen
            probes.pause(OPTIONS, socket);
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
            probes.goOn(socket);
            socket.setKeepAlive(false);
            probes.goOn(socket);
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
        }
    }

    @Test
    void goOnOnceSomebodyLooksAfterAFreeConnection() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            PooledClient pooled = side.busy(loopback.client());
            pooled.probes().pause(OPTIONS, socket);
            assertThat(pooled.seemsQuiet()).isTrue();
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse(); // in somebody's hands
            pooled.giveBack(loopback.client());
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
            assertThat(pooled.seemsQuiet()).isTrue();
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
        }
    }

    @Test
    void ofAnotherSocketInItsPlaceDoNotPause() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            PooledClient pooled = side.busy(loopback.client());
            pooled.probes().pause(OPTIONS, socket);
            pooled.reopened();
            OPTIONS.probe(socket, true); // as of a new one
            pooled.probes().pause(OPTIONS, socket);
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
        }
    }
}
