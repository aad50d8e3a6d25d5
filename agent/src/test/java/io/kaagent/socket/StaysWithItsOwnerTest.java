package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.OK_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketOptions;
import java.net.StandardSocketOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that nobody may have after their owner, though they stand between two exchanges. */
class StaysWithItsOwnerTest {
    private final RawSide side = new RawSide();
    private App app;

    @Test
    void aServerThatClosesIsTakenAtItsWord() throws IOException {
        for (String answer : List.of(OK_CLOSE, "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            app = side.connect();
            app.exchange(GET, answer);
            isLost();
        }
    }

    @Test
    void aClientThatClosesIsTakenAtItsWord() throws IOException {
        side.settings.set("ka.closeHeader", "honour");
        app = side.connect();
        app.exchange(RawSide.GET_CLOSE, OK);
        isLost();
    }

    @Test
    void credentialsOfTheConnectionStayWithIt() throws IOException {
        app = side.connect();
        app.exchange("GET / HTTP/1.1\r\nAuthorization: NTLM abc\r\n\r\n", OK);
        isLost();
        app = side.connect();
        app.exchange(GET, "HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n");
        isLost();
    }

    /** A server that answers the first one twice, and then the second, can't be told from one that answers each once. */
    @Test
    void aRequestAheadOfAnAnswer() throws IOException {
        App app = side.connect();
        app.write(GET + GET);
        app.wire().send(OK + OK);
        assertThat(app.read()).isEqualTo(OK + OK);
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void aTunnelStaysWhatItIs() throws IOException {
        app = side.connect();
        app.exchange("CONNECT a:1 HTTP/1.1\r\n\r\n", OK);
        isLost();
    }

    @Test
    void anUpgradedConnectionStaysWhatItIs() throws IOException {
        app = side.connect();
        app.exchange("GET / HTTP/1.1\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "HTTP/1.1 101 x\r\n\r\nhello");
        app.write("any");
        app.write("thing");
        assertThat(app.wire().received()).endsWith("anything");
        isLost();
    }

    @Test
    void whoHalfClosedHasItForHimself() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        app.raw.shutdownInput();
        isLost();
        app = side.connect();
        app.exchange(GET, OK);
        app.raw.shutdownOutput();
        isLost();
        app = side.connect();
        app.exchange(GET, OK);
        app.raw.sendUrgentData(1);
        isLost();
    }

    @Test
    void whatCannotBeSetBackStaysWithItsOwner() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        app.raw.setOption(SocketOptions.SO_RCVBUF, 4096);
        isLost();
        app = side.connect();
        app.exchange(GET, OK);
        app.raw.setOption(SocketOptions.SO_LINGER, 0);
        isLost();
        app = side.connect();
        app.exchange(GET, OK);
        assertThatThrownBy(() -> app.raw.setOption(StandardSocketOptions.SO_REUSEPORT, true))
                .isInstanceOf(UnsupportedOperationException.class);
        isLost();
    }

    private void isLost() throws IOException {
        assertThat(app.closesWithoutLoss()).isFalse();
        assertThat(side.busy()).isZero();
        assertThat(side.net.open()).isZero();
    }
}
