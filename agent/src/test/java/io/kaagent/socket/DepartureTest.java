package io.kaagent.socket;

import static io.kaagent.socket.RawSide.CHUNKED;
import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which connections are given back, and which are closed. */
class DepartureTest {
    private final RawSide side = new RawSide();
    private App app;

    @Test
    void betweenTwoExchangesItIsGivenBack() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        app.exchange(POST, "HTTP/1.1 100 Continue\r\n\r\n" + CHUNKED + "1\r\na\r\n0\r\n\r\n");
        app.exchange("HEAD / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        assertThat(app.closesWithoutLoss()).isTrue();
        assertThat(app.raw.getLocalPort()).isEqualTo(40_001);
        assertThat(app.raw.getPort()).isEqualTo(80);
        assertThat(app.raw.getInetAddress()).isEqualTo(RawSide.ADDRESS.getAddress());
    }

    @Test
    void itsFormerOwnerCanDoNothingToItAnyMore() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        Wire wire = app.wire();
        app.close();
        app.close();
        assertThatThrownBy(() -> app.write("x")).isInstanceOf(SocketException.class);
        assertThatThrownBy(app::read).isInstanceOf(SocketException.class);
        assertThatThrownBy(app.raw::available).isInstanceOf(SocketException.class);
        assertThatThrownBy(app.raw::shutdownOutput).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> app.raw.setOption(SocketOptions.SO_TIMEOUT, 5)).isInstanceOf(SocketException.class);
        assertThatThrownBy(() -> app.raw.getOption(SocketOptions.SO_TIMEOUT)).isInstanceOf(SocketException.class);
        assertThat(wire.received()).isEqualTo(GET);
        assertThat(wire.isClosed()).isFalse();
        assertThat(side.free()).isEqualTo(1);
    }

    @Test
    void beforeAnyRequestItIsClosed() throws IOException {
        app = side.connect();
        isLost();
    }

    @Test
    void aUsedOneThatWasNotUsedAgainIsClosed() throws IOException {
        app = side.reused();
        isLost();
    }

    @Test
    void beforeTheAnswerItIsClosed() throws IOException {
        app = side.connect();
        app.write(GET);
        isLost();
    }

    @Test
    void afterATimeOutItIsClosedThoughTheAnswerHasArrivedSince() throws IOException {
        app = side.connect();
        app.write(GET);
        app.read();
        app.wire().send(OK);
        isLost();
    }

    @Test
    void inTheMiddleOfTheAnswerItIsClosed() throws IOException {
        for (int length = 1; length < OK.length(); length++) {
            app = side.connect();
            app.exchange(GET, OK.substring(0, length));
            isLost();
        }
    }

    @Test
    void theRestOfAnAnswerIsTakenIfItIsThere() throws IOException {
        app = side.connect();
        app.write(GET);
        app.wire().send("HTTP/1.1 200 OK\r\nContent-Length: 8192\r\n\r\n" + "a".repeat(8192));
        app.read(50);
        assertThat(app.wire().unread()).isPositive();
        Wire wire = app.wire();
        assertThat(app.closesWithoutLoss()).isTrue();
        assertThat(wire.unread()).isZero();
    }

    @Test
    void moreThanALittleOfTheRestIsNotTaken() throws IOException {
        app = side.connect();
        app.write(GET);
        app.wire().send("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + "a".repeat(9000));
        app.read(50);
        isLost();
    }

    @Test
    void inTheMiddleOfARequestItIsClosed() throws IOException {
        for (String begun : List.of("G", "GET / HTTP/1.1\r\n", "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nfor")) {
            app = side.connect();
            app.exchange(GET, OK);
            app.write(begun);
            Wire wire = app.wire();
            isLost();
            assertThat(wire.received()).endsWith(begun);
        }
    }

    @Test
    void whereTheAnswerCameBeforeTheWholeRequestItIsClosed() throws IOException {
        app = side.connect();
        app.exchange("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nfor", OK);
        isLost();
    }

    @Test
    void anAnswerThatWasThereBeforeItsRequestSpoilsIt() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        app.wire().send(OK);
        app.write(GET);
        app.read();
        isLost();
        assertThat(side.settings.unasked).isNotEmpty();
    }

    @Test
    void bytesAfterTheAnswerCostTheConnectionAndTheTrust() throws IOException {
        app = side.connect();
        app.exchange(GET, OK + "x");
        isLost();
        app = side.connect();
        app.exchange(GET, OK);
        isLost();
        side.now += 6 * 60_000 * RawSide.MILLI;
        app = side.connect();
        app.exchange(GET, OK);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aFailedWriteCostsTheConnection() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        app.wire().failWrites();
        assertThatThrownBy(() -> app.write(GET)).isInstanceOf(SocketException.class);
        isLost();
    }

    @Test
    void aPoolThatIsClosedTakesNothing() throws IOException {
        app = side.connect();
        app.exchange(GET, OK);
        side.pool.close();
        isLost();
    }

    @Test
    void whatTheOperatorSaysIsOpaqueIsGivenBackWhereNothingIsUnread() throws IOException {
        side.settings.set("ka.origin.origin.test:80.protocol", "opaque");
        app = side.connect();
        app.exchange("any", "thing");
        assertThat(app.closesWithoutLoss()).isTrue();
        app = side.connect();
        assertThat(app.isOnItsOwn()).isFalse();
        app.write("ask");
        app.wire().send("late");
        isLost();
    }

    private void isLost() throws IOException {
        assertThat(app.closesWithoutLoss()).isFalse();
        assertThat(side.busy()).isZero();
        assertThat(side.net.open()).isZero();
    }
}
