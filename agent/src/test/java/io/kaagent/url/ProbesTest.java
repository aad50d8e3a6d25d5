package io.kaagent.url;

import static java.net.StandardSocketOptions.SO_KEEPALIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.kaagent.tcp.TcpOptions;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final TcpOptions OPTIONS = TcpOptions.keepAlive(1_000, 1_000, 10, true);

    private final UrlSide side = new UrlSide();

    private final Loopback loopback = Loopback.idle();
    private final Socket socket = JdkClient.socket(loopback.client());
    private final Probes probes = new Probes();

    ProbesTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        loopback.close();
    }

    @Test
    void pauseUntilTheyAreToGoOn() throws IOException {
        assertThat(probes.pause(OPTIONS, socket)).isTrue();
        assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
        probes.goOn();
        assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
    }

    /** What somebody else has set meanwhile shows whether there was one. */
    @Test
    void needNoSystemCallForTheNextRequestOfTheSameKind() throws IOException {
        probes.pause(OPTIONS, socket);
        socket.setKeepAlive(true);
        assertThat(probes.pause(OPTIONS, socket)).isFalse();
        assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
        probes.goOn();
        socket.setKeepAlive(false);
        probes.goOn();
        assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
    }

    @Test
    void goOnOnceNobodyAwaitsAnAnswer() throws IOException {
        probes.pause(OPTIONS, socket);
        assertThat(probes.goOnUnlessAwaited()).isFalse();
        assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
        probes.answered();
        assertThat(probes.goOnUnlessAwaited()).isTrue();
        assertThat(socket.getOption(SO_KEEPALIVE)).isTrue();
    }

    /** As after {@code 100 Continue}. */
    @Test
    void doNotGoOnWhileItWaitsForMoreOfTheSameAnswer() throws IOException {
        probes.pause(OPTIONS, socket);
        probes.answered();
        probes.pause(OPTIONS, socket);
        assertThat(probes.goOnUnlessAwaited()).isFalse();
        assertThat(socket.getOption(SO_KEEPALIVE)).isFalse();
    }

    @Test
    void ofAClosedSocketAreForgotten() throws IOException {
        probes.pause(OPTIONS, socket);
        socket.close();
        assertThat(probes.goOnUnlessAwaited()).isTrue();
    }

    @Test
    void ofAnotherSocketInItsPlaceDoNotPause() {
        PooledClient pooled = side.busy(loopback.client());
        pooled.probes().pause(OPTIONS, socket);
        pooled.reopened();
        assertThat(pooled.probes().pause(OPTIONS, socket)).isTrue();
    }

    /** More of them than there are places in a hash table: some share one. */
    @Test
    void ofManyThatWaitAreLookedAfterInOneGo() throws IOException {
        Resending resending = new Resending(side.pool, side.clients, side.settings, side.trust);
        List<Loopback> loopbacks = new ArrayList<>();
        List<PooledClient> waiting = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Loopback another = Loopback.idle();
                loopbacks.add(another);
                PooledClient pooled = side.busy(another.client());
                pooled.exchange().written(JdkHeaders.of("POST / HTTP/1.1", null));
                resending.answerAwaited(pooled, another.client());
                waiting.add(pooled);
            }
            assertTimeoutPreemptively(Duration.ofSeconds(30), resending::lookAfter);
            assertThat(waiting).noneMatch(pooled -> pooled.probes().goOnUnlessAwaited());
            waiting.forEach(pooled -> pooled.probes().answered());
            resending.lookAfter();
            assertThat(waiting).allMatch(pooled -> pooled.probes().goOnUnlessAwaited());
        } finally {
            for (Loopback each : loopbacks) {
                each.close();
            }
        }
    }
}
