package io.kaagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is remembered of sockets, and for how long. They need not really connect for that. */
class ObserverTest {
    private static final byte[] GET = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private int begun;
    private final Observer observer = new Observer(new GivenRules(""), System::nanoTime, () -> begun++);

    @Test
    void aSocketThatConnectsInVainIsRememberedOnce() {
        Socket socket = new Socket();
        for (int i = 0; i < 1000; i++) {
            observer.connecting(socket);
        }
        assertThat(observer.followed()).isEqualTo(1);
        assertThat(observer.figures()).isEmpty();
    }

    @Test
    void manyThatConnectInVainAreForgotten() {
        int most = 0;
        for (int i = 0; i < 20000; i++) {
            observer.connecting(new Socket());
            if (i % 2000 == 0) {
                System.gc();
            }
            most = Math.max(most, observer.followed());
        }
        assertThat(most).isLessThan(15000);
    }

    @Test
    void anExchangeAfterTheOtherSparesAConnection() {
        exchange("h");
        exchange("h");
        OriginFigures figures = observer.figures().get(0);
        assertThat(figures.origin()).isEqualTo("http://h:80");
        assertThat(figures.requests()).isEqualTo(2);
        assertThat(figures.opened()).isEqualTo(2);
        assertThat(figures.spared()).isEqualTo(1);
        assertThat(figures.open()).isZero();
        assertThat(observer.followed()).isZero();
        assertThat(begun).isEqualTo(1);
    }

    @Test
    void originsThatAreTooManyAreOneThatSparesNothing() {
        for (int i = 0; i < 1100; i++) {
            exchange("h" + i);
        }
        assertThat(observer.figures()).hasSize(1001);
        OriginFigures others = observer.figures().stream()
                .filter(origin -> origin.origin().equals("others"))
                .findAny()
                .orElseThrow();
        assertThat(others.opened()).isEqualTo(100);
        assertThat(others.spared()).isZero();
        assertThat(others.needed(Cause.UNFOLLOWED)).isEqualTo(100);
    }

    private void exchange(String host) {
        Socket socket = new Socket();
        observer.connecting(socket);
        observer.connected(socket, InetSocketAddress.createUnresolved(host, 80), true);
        observer.written(socket, GET, 0, GET.length);
        observer.read(socket, OK, 0, OK.length);
        observer.closing(socket);
        observer.closing(socket);
    }
}
