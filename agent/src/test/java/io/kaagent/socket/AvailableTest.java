package io.kaagent.socket;

import static io.kaagent.socket.RawSide.CHUNKED;
import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.GET_CLOSE;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.OK_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code available()}: never more than can be read without waiting, and more than nothing where there is something. */
class AvailableTest {
    private final RawSide side = new RawSide();

    @Test
    void ofAnAnswerThatPassesItIsWhatHasArrived() throws IOException {
        App app = side.connect();
        app.write(GET);
        assertThat(app.raw.available()).isZero();
        app.wire().send(OK);
        assertThat(app.raw.available()).isEqualTo(OK.length());
        app.read(5);
        assertThat(app.raw.available()).isEqualTo(OK.length() - 5);
    }

    @Test
    void ofADressedAnswerItIsTrueWhereverTheAnswerWasCut() throws IOException {
        String chunked = CHUNKED + "3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n";
        String interim = "HTTP/1.1 100 Continue\r\n\r\n";
        for (String answer : List.of(OK, chunked, interim + OK, "HTTP/1.1 204 None\r\n\r\n")) {
            for (int cut = 1; cut <= answer.length(); cut++) {
                isTrueForPieces(answer, cut);
            }
        }
    }

    @Test
    void nothingIsAvailableOfAHeadThatIsNotComplete() throws IOException {
        App app = dressed();
        app.wire().send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r");
        assertThat(app.raw.available()).isZero();
        app.wire().send("\nok");
        assertThat(app.raw.available()).isEqualTo(OK_CLOSE.length());
    }

    @Test
    void nothingIsAvailableAfterTheEnd() throws IOException {
        App app = dressed();
        app.wire().send(OK + "more");
        app.readToEnd();
        assertThat(app.raw.available()).isZero();
    }

    @Test
    void nothingIsAvailableWhereTheServerHasClosed() throws IOException {
        App app = dressed();
        app.wire().end();
        assertThat(app.raw.available()).isZero();
    }

    @Test
    void whoOnlyAsksGetsTheAnswerOfAFreshConnectionAsWell() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().end();
        assertThat(app.raw.available()).isZero();
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.wire().received()).isEqualTo(GET);
        app.wire().send(OK);
        assertThat(app.raw.available()).isEqualTo(OK.length());
    }

    @Test
    void ofAClosedSocketItIsAnError() throws IOException {
        App app = side.connect();
        app.exchange(GET, OK);
        app.close();
        assertThatThrownBy(app.raw::available).isInstanceOf(SocketException.class);
    }

    private static void isTrueForPieces(String answer, int size) throws IOException {
        RawSide side = new RawSide();
        side.learn(GET_CLOSE, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        App app = side.connect();
        app.write(GET_CLOSE);
        for (int i = 0; i < answer.length(); i += size) {
            app.wire().send(answer.substring(i, Math.min(answer.length(), i + size)));
            int available = app.raw.available();
            while (available > 0) {
                assertThat(app.read(available))
                        .as("%s in pieces of %s", answer, size)
                        .hasSize(available);
                available = app.raw.available();
            }
            assertThat(app.read()).as("nothing available").isIn(App.NOTHING, App.END);
        }
        assertThat(app.read()).isEqualTo(App.END);
    }

    private App dressed() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write(GET_CLOSE);
        return app;
    }
}
