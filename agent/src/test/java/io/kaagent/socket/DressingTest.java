package io.kaagent.socket;

import static io.kaagent.socket.RawSide.CHUNKED;
import static io.kaagent.socket.RawSide.GET_CLOSE;
import static io.kaagent.socket.RawSide.GET_KEPT;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.OK_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the application sees of an answer to a request whose close was kept back. */
class DressingTest {
    private static final String UNTIL_CLOSE = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    private static final String HEAD_CLOSE = "HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    private final RawSide side = new RawSide();

    @Test
    void theFirstRequestIsSentAsItIs() throws IOException {
        App app = side.connect();
        app.write(GET_CLOSE);
        assertThat(app.wire().received()).isEqualTo(GET_CLOSE);
        app.wire().send(OK_CLOSE);
        app.wire().end();
        assertThat(app.readToEnd()).isEqualTo(OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void theNextIsAnsweredTheSameWayAndItsConnectionKept() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write(GET_CLOSE);
        assertThat(app.wire().received()).isEqualTo(GET_KEPT);
        app.wire()
                .send(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: timeout=5\r\nConnection: keep-alive\r\n\r\nok");
        assertThat(app.readToEnd()).isEqualTo(OK_CLOSE);
        assertThat(app.read()).as("and stays at the end").isEqualTo(App.END);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void theEndStaysAnEndAfterClosing() throws IOException {
        App app = dressed();
        app.wire().send(OK);
        app.readToEnd();
        app.close();
        assertThat(app.read()).isEqualTo(App.END);
    }

    @Test
    void eachByteCanBeReadForItself() throws IOException {
        App app = dressed();
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < OK.length(); i++) {
            app.wire().send(OK.substring(i, i + 1));
            for (String got = app.read(1); got.length() == 1; got = app.read(1)) {
                read.append(got);
            }
        }
        assertThat(read.toString()).isEqualTo(OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aChunkedBodyIsShownAsOneThatEndsWithTheClose() throws IOException {
        side.learn(GET_CLOSE, UNTIL_CLOSE + "text");
        App app = side.connect();
        app.write(GET_CLOSE);
        app.wire().send(CHUNKED + "3\r\nabc\r\n10;x=y\r\n0123456789abcdef\r\n0\r\nT: t\r\n\r\n");
        assertThat(app.readToEnd()).isEqualTo(UNTIL_CLOSE + "abc0123456789abcdef");
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void chunksInPiecesAreUnchunkedInThePlaceTheyAreReadInto() throws IOException {
        side.learn(GET_CLOSE, UNTIL_CLOSE);
        App app = side.connect();
        app.write(GET_CLOSE);
        String answer = CHUNKED + "3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n";
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < answer.length(); i += 4) {
            app.wire().send(answer.substring(i, Math.min(answer.length(), i + 4)));
            String got = app.read(7);
            while (!got.equals(App.NOTHING) && !got.equals(App.END)) {
                read.append(got);
                got = app.read(7);
            }
        }
        assertThat(read.toString()).isEqualTo(UNTIL_CLOSE + "abc0123456789abcdef");
        assertThat(app.read()).isEqualTo(App.END);
    }

    @Test
    void whereTheServerChunksAllTheSameSoDoesTheAnswer() throws IOException {
        String chunkedClose =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        side.learn(GET_CLOSE, chunkedClose);
        App app = side.connect();
        app.write(GET_CLOSE);
        app.wire().send(CHUNKED + "3\r\nabc\r\n0\r\n\r\n");
        assertThat(app.readToEnd()).isEqualTo(chunkedClose);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void whatAServerMakesOfAnUnknownLengthIsLearnedByTheNextRequest() throws IOException {
        App app = dressed();
        app.wire().send(CHUNKED + "0\r\n\r\n");
        assertThat(app.readToEnd()).isEqualTo(UNTIL_CLOSE);
        app.close();
        App next = side.connect();
        next.write(GET_CLOSE);
        assertThat(next.wire().received()).endsWith(GET_CLOSE);
    }

    @Test
    void aHeadHasNoBody() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write(HEAD_CLOSE);
        app.wire().send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
        assertThat(app.readToEnd()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aHeadIsToldWhatAGetWouldBeTold() throws IOException {
        side.learn(GET_CLOSE, UNTIL_CLOSE);
        App app = side.connect();
        app.write(HEAD_CLOSE);
        app.wire().send(CHUNKED);
        assertThat(app.readToEnd()).isEqualTo(UNTIL_CLOSE);
    }

    @Test
    void anAnswerWithoutABodyEndsWithItsHead() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 204 None\r\nX: y\r\n\r\n");
        assertThat(app.readToEnd()).isEqualTo("HTTP/1.1 204 None\r\nX: y\r\nConnection: close\r\n\r\n");
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void interimAnswersAreShownAsTheyAre() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(app.read()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        app.wire().send("HTTP/1.1 103 Hints\r\nA: b\r\n\r\n" + OK);
        assertThat(app.readToEnd()).isEqualTo("HTTP/1.1 103 Hints\r\nA: b\r\n\r\n" + OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aBodyThatIsNotReadToItsEndIsTakenFromTheConnectionIfItIsThere() throws IOException {
        App app = dressed();
        app.wire().send(OK);
        app.read(10);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aBodyThatIsNotThereYetCostsTheConnection() throws IOException {
        App app = dressed();
        app.wire().send(OK.substring(0, OK.length() - 1));
        app.read();
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void aRequestOfHttp10IsLearnedForItself() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        String old = "GET /a HTTP/1.0\r\n\r\n";
        side.learn(old, "HTTP/1.0 200 OK\r\n\r\ntext");
        App app = side.connect();
        app.write(old);
        assertThat(app.wire().received()).isEqualTo("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        app.wire().send("HTTP/1.0 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok");
        assertThat(app.readToEnd()).isEqualTo("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok");
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    private App dressed() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write(GET_CLOSE);
        assertThat(app.wire().received()).isEqualTo(GET_KEPT);
        return app;
    }
}
