package io.kaagent.tcp;

import static java.net.StandardSocketOptions.SO_KEEPALIVE;
import static java.net.StandardSocketOptions.TCP_NODELAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 28, as the operating system answers. */
class TcpOptionsTest {
    private final List<String> refused = new ArrayList<>();
    private SocketPair pair;

    @BeforeEach
    void connect() throws IOException {
        pair = new SocketPair();
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
    }

    @Test
    void setsKeepAliveAndItsThreeTimes() throws IOException {
        apply(TcpOptions.keepAlive(5_000, 3_000, 7, true), pair.ours);
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isTrue();
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(5);
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(3);
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(7);
        assertThat(pair.ours.getOption(TCP_NODELAY)).isTrue();
        assertThat(refused).isEmpty();
    }

    @Test
    void belowASecondItIsASecond() throws IOException {
        apply(TcpOptions.keepAlive(1, 999, 1, false), pair.ours);
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(1);
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(1);
        assertThat(pair.ours.getOption(TCP_NODELAY)).isFalse();
    }

    @Test
    void withoutKeepAliveOnlyTheDelayIsChosen() throws IOException {
        apply(TcpOptions.noKeepAlive(true), pair.ours);
        assertThat(pair.ours.getOption(TCP_NODELAY)).isTrue();
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isFalse();
    }

    @Test
    void probesCanPause() throws IOException {
        TcpOptions options = TcpOptions.keepAlive(5_000, 3_000, 7, true);
        apply(options, pair.ours);
        options.probe(pair.ours, false);
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isFalse();
        options.probe(pair.ours, true);
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isTrue();
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(5);
    }

    @Test
    void whereEverythingIsToBeProbedNothingPauses() throws IOException {
        TcpOptions options = TcpOptions.keepAlive(5_000, 3_000, 7, true).always();
        apply(options, pair.ours);
        options.probe(pair.ours, false);
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isTrue();
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(5);
    }

    @Test
    void whereNothingIsProbedNothingBegins() throws IOException {
        TcpOptions.noKeepAlive(true).probe(pair.ours, true);
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isFalse();
    }

    @Test
    void aClosedSocketIsNotProbed() throws IOException {
        pair.ours.close();
        assertThatCode(() -> TcpOptions.keepAlive(5_000, 3_000, 7, true).probe(pair.ours, true))
                .doesNotThrowAnyException();
    }

    @Test
    void noneSetsNothing() throws IOException {
        assertThat(TcpOptions.noKeepAlive(false)).isSameAs(TcpOptions.NONE);
        apply(TcpOptions.NONE, pair.ours);
        assertThat(pair.ours.getOption(SO_KEEPALIVE)).isFalse();
        assertThat(pair.ours.getOption(TCP_NODELAY)).isFalse();
    }

    @Test
    void ofATlsSocketTheyAreSetOnThePlainSocketBelow() throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        Socket tls = factory.createSocket(pair.ours, "localhost", pair.ours.getPort(), true);
        apply(TcpOptions.keepAlive(5_000, 3_000, 7, true), tls);
        assertThat(pair.ours.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(5);
        assertThat(refused).isEmpty();
    }

    @Test
    void whatASocketRefusesIsToldAndNeverThrown() throws IOException {
        pair.ours.close();
        apply(TcpOptions.keepAlive(5_000, 3_000, 7, true), pair.ours);
        assertThat(refused)
                .containsExactly("TCP_NODELAY", "SO_KEEPALIVE", "TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT");
    }

    private void apply(TcpOptions options, Socket socket) {
        options.applyTo(socket, (option, why) -> refused.add(option));
    }
}
