package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.MILLI;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketOptions;
import org.junit.jupiter.api.Test;

/** When a used connection is replaced before anything was sent on it. */
class FreshInsteadTest {
    private final RawSide side = new RawSide();

    @Test
    void whoReadsBeforeWritingGetsAFreshOne() throws IOException {
        App app = side.reused();
        Wire used = app.wire();
        assertThat(app.read()).isEqualTo(App.NOTHING);
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(used.isClosed()).isTrue();
        app.wire().send("220 welcome\r\n");
        assertThat(app.read()).isEqualTo("220 welcome\r\n");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void whoAsksWhatIsAvailableBeforeWritingGetsAFreshOne() throws IOException {
        App app = side.reused();
        assertThat(app.raw.available()).isZero();
        assertThat(app.isOnItsOwn()).isTrue();
    }

    @Test
    void whoHalfClosesGetsAFreshOne() throws IOException {
        App app = side.reused();
        app.raw.shutdownOutput();
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.made.calls.toString()).isEqualTo("shutdownOutput ");
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void theFreshOneTakesTheSlotOfTheUsedOne() throws IOException {
        App app = side.reused();
        app.read();
        assertThat(side.busy()).isEqualTo(1);
        assertThat(side.pool.snapshot().counters().reopened()).isEqualTo(1);
        app.exchange(GET, OK);
        assertThat(app.closesWithoutLoss()).isTrue();
        assertThat(side.busy()).isZero();
    }

    @Test
    void aPostGoesOutOnAConnectionThatWasIdleForAMoment() throws IOException {
        App app = side.reused();
        side.now += 999 * MILLI;
        app.write(POST);
        assertThat(app.isOnItsOwn()).isFalse();
        assertThat(app.wire().received()).isEqualTo(GET + POST);
    }

    @Test
    void aPostDoesNotGoOutOnAConnectionThatWasIdleForLonger() throws IOException {
        App app = side.reused();
        side.now += 1000 * MILLI;
        app.write(POST);
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.wire().received()).isEqualTo(POST);
        assertThat(side.net.wires().get(0).received()).isEqualTo(GET);
    }

    @Test
    void aPostGoesOutOnAConnectionThatTheServerPromisesToKeep() throws IOException {
        App first = side.connect();
        first.exchange(GET, "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=10\r\nContent-Length: 0\r\n\r\n");
        first.close();
        side.now += 8000 * MILLI;
        App app = side.connect();
        app.write(POST);
        assertThat(app.isOnItsOwn()).isFalse();
    }

    @Test
    void aLargeRequestIsTreatedAsOneThatCannotBeSentAgain() throws IOException {
        App app = side.reused();
        side.now += 1000 * MILLI;
        app.write("PUT /a HTTP/1.1\r\nContent-Length: 65536\r\n\r\n");
        assertThat(app.isOnItsOwn()).isTrue();
    }

    @Test
    void aChunkedRequestIsTreatedAsOneThatCannotBeSentAgain() throws IOException {
        App app = side.reused();
        side.now += 1000 * MILLI;
        app.write("PUT /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(app.isOnItsOwn()).isTrue();
    }

    @Test
    void aGetGoesOutHoweverLongTheConnectionWasIdle() throws IOException {
        App app = side.reused();
        side.now += 3999 * MILLI;
        app.write(GET);
        assertThat(app.isOnItsOwn()).isFalse();
    }

    @Test
    void aConnectionThatDiedSinceItWasTakenIsNotUsed() throws IOException {
        App app = side.reused();
        app.wire().end();
        side.now += 3 * MILLI;
        app.write(GET);
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.wire().received()).isEqualTo(GET);
    }

    @Test
    void aConnectionThatDiedWhileItWasFreeIsNotTaken() throws IOException {
        side.exchangeAndClose();
        side.net.last().end();
        App app = side.connect();
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(side.net.wires().get(0).isClosed()).isTrue();
    }

    @Test
    void anOptionSetWhileTheConnectionIsAUsedOneHoldsForTheFreshOneAsWell() throws IOException {
        App app = side.reused();
        app.raw.setOption(SocketOptions.SO_TIMEOUT, 1234);
        app.raw.setOption(SocketOptions.IP_TOS, 8);
        app.read();
        assertThat(app.made.options).containsEntry(SocketOptions.SO_TIMEOUT, 1234);
        assertThat(app.made.options).containsEntry(SocketOptions.IP_TOS, 8);
        assertThat(app.raw.getOption(SocketOptions.SO_TIMEOUT)).isEqualTo(1234);
    }

    @Test
    void whereNobodyListensAnyMoreItLooksAsIfTheServerHadJustDied() throws IOException {
        App app = side.reused();
        side.net.refuse();
        assertThatThrownBy(app::read)
                .isExactlyInstanceOf(SocketException.class)
                .hasMessage("Connection reset")
                .hasNoCause()
                .hasSuppressedException(new ConnectException("Connection refused"));
        app.close();
        assertThat(side.busy()).isZero();
        assertThat(side.net.open()).isZero();
    }

    @Test
    void theSpareIsClosedOnceTheConnectionHasAnswered() throws IOException {
        App app = side.reused();
        app.write(GET);
        assertThat(app.made.isClosed()).isFalse();
        app.wire().send("H");
        app.read();
        assertThat(app.made.isClosed()).isTrue();
    }

    @Test
    void theSpareIsClosedWithTheSocket() throws IOException {
        App app = side.reused();
        app.close();
        assertThat(app.made.isClosed()).isTrue();
        assertThatThrownBy(() -> app.write("x")).isInstanceOf(SocketException.class);
        assertThatThrownBy(app::read).isInstanceOf(SocketException.class);
    }
}
