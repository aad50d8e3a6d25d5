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
            assertThat(probes.pause(OPTIONS, socket)).isTrue();
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
            probes.goOn();
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
        }
    }

    /** What somebody else has set meanwhile shows whether there was one. */
    @Test
    void needNoSystemCallForTheNextRequestOfTheSameKind() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            Probes probes = new Probes();
            probes.pause(OPTIONS, socket);
            socket.setKeepAlive(true);
            assertThat(probes.pause(OPTIONS, socket)).isFalse();
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
            probes.goOn();
            socket.setKeepAlive(false);
            probes.goOn();
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
        }
    }

    @Test
    void goOnOnceNobodyAwaitsAnAnswer() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            PooledClient pooled = side.busy(loopback.client());
            pooled.probes().pause(OPTIONS, socket);
            assertThat(pooled.probes().goOnUnlessAwaited(pooled)).isTrue();
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
            pooled.probes().pause(OPTIONS, socket);
            pooled.giveBack(loopback.client());
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
            assertThat(pooled.probes().goOnUnlessAwaited(pooled)).isTrue();
            assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
        }
    }

    @Test
    void doNotGoOnWhileARequestWaits() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            PooledClient pooled = side.busy(loopback.client());
            pooled.exchange().taken();
            pooled.probes().pause(OPTIONS, socket);
            assertThat(pooled.probes().goOnUnlessAwaited(pooled)).isFalse();
            assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
        }
    }

    @Test
    void ofAClosedSocketAreForgotten() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            PooledClient pooled = side.busy(loopback.client());
            pooled.exchange().taken();
            pooled.probes().pause(OPTIONS, socket);
            socket.close();
            assertThat(pooled.probes().goOnUnlessAwaited(pooled)).isTrue();
        }
    }

    @Test
    void ofAnotherSocketInItsPlaceDoNotPause() throws IOException {
        try (Loopback loopback = Loopback.idle()) {
            Socket socket = JdkClient.socket(loopback.client());
            PooledClient pooled = side.busy(loopback.client());
            pooled.probes().pause(OPTIONS, socket);
            pooled.reopened();
            assertThat(pooled.probes().pause(OPTIONS, socket)).isTrue();
        }
    }
}
