package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET_CLOSE;
import static io.kaagent.socket.RawSide.GET_KEPT;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.OK_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** Answers to a request whose close was kept back, from servers that do not do what they should. */
class DressingOddAnswersTest {
    private static final String UNTIL_CLOSE = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    private static final String HEAD_CLOSE = "HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    private final RawSide side = new RawSide();

    @Test
    void anAnswerThatClosesAllTheSameIsShownAsItIs() throws IOException {
        App app = dressed();
        String answer =
                "HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\na\r\n0\r\n\r\n";
        app.wire().send(answer);
        assertThat(app.readToEnd()).isEqualTo(answer);
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void anAnswerWithoutAnEndLastsAsLongAsTheConnection() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 200 OK\r\n\r\nab");
        assertThat(app.read()).isEqualTo("HTTP/1.1 200 OK\r\n\r\nab");
        assertThat(app.read()).isEqualTo(App.NOTHING);
        app.wire().send("c");
        app.wire().end();
        assertThat(app.readToEnd()).isEqualTo("c");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void aHeadThatTheEndOfTheStreamCutsOffIsShown() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 200 OK\r\nConte");
        app.wire().end();
        assertThat(app.readToEnd()).isEqualTo("HTTP/1.1 200 OK\r\nConte");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void aHeadThatAResetCutsOffIsShownBeforeTheApplicationIsTold() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 200 OK\r\nConte");
        assertThat(app.read()).isEqualTo(App.NOTHING);
        app.wire().reset();
        assertThat(app.read()).isEqualTo("HTTP/1.1 200 OK\r\nConte");
        assertThatThrownBy(app::read).isInstanceOf(SocketException.class);
    }

    @Test
    void aBodyThatTheEndOfTheStreamCutsOffIsShown() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nab");
        app.wire().end();
        assertThat(app.readToEnd()).endsWith("\r\nConnection: close\r\n\r\nab");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void anAnswerOfAnotherProtocolIsShownAsItComes() throws IOException {
        App app = dressed();
        app.wire().send("ICY 200 OK\r\n\r\n");
        assertThat(app.read()).isEqualTo("ICY 200 OK\r\n\r\n");
        app.wire().send("music");
        assertThat(app.read()).isEqualTo("music");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void anOverlongHeadIsShownAsItComes() throws IOException {
        App app = dressed();
        String head = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(60_000) + "\r\nContent-Length: 1\r\n\r\n";
        StringBuilder read = new StringBuilder();
        app.wire().send(head + "a");
        app.wire().end();
        read.append(app.readToEnd());
        assertThat(read.toString()).isEqualTo(head + "a");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void whatComesAfterTheAnswerIsNotShownAndNobodyElseGetsItEither() throws IOException {
        App app = dressed();
        app.wire().send(OK + "HTTP/1.1 200 OK\r\n\r\nof somebody else");
        assertThat(app.readToEnd()).isEqualTo(OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isFalse();
        assertThat(side.settings.unasked).isNotEmpty();
    }

    @Test
    void aTimeOutInTheHeadLosesNothing() throws IOException {
        App app = dressed();
        app.wire().send(OK.substring(0, 20));
        assertThat(app.read()).isEqualTo(App.NOTHING);
        app.wire().send(OK.substring(20));
        assertThat(app.readToEnd()).isEqualTo(OK_CLOSE);
    }

    @Test
    void aRequestBodyThatIsNotFollowedLeavesTheAnswerDressed() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write("POST /a HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nnot a chunk");
        app.wire().send(OK);
        assertThat(app.readToEnd()).isEqualTo(OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    private App dressed() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write(GET_CLOSE);
        assertThat(app.wire().received()).isEqualTo(GET_KEPT);
        return app;
    }
}
