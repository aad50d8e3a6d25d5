package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** A used connection that turns out to be stale once the request is out. */
class SendingAgainTest {
    private final RawSide side = new RawSide();

    @Test
    void aGetIsSentAgainWhereTheServerClosed() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.NOTHING);
        isAnsweredOnAConnectionOfItsOwn(app, GET);
        assertThat(side.pool.snapshot().counters().reopened()).isEqualTo(1);
    }

    @Test
    void aGetIsSentAgainWhereTheServerReset() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().reset();
        assertThat(app.read()).isEqualTo(App.NOTHING);
        isAnsweredOnAConnectionOfItsOwn(app, GET);
    }

    @Test
    void aGetThatCannotBeWrittenIsSentAgain() throws IOException {
        App app = side.reused();
        app.wire().failWrites();
        app.write(GET);
        isAnsweredOnAConnectionOfItsOwn(app, GET);
    }

    @Test
    void aBodyIsSentAgainAsFarAsItWasWritten() throws IOException {
        String head = "PUT /a HTTP/1.1\r\nContent-Length: 6\r\n\r\n";
        App app = side.reused();
        app.write(head);
        app.write("abc");
        app.wire().failWrites();
        app.write("de");
        assertThat(app.wire().received()).isEqualTo(head + "abcde");
        app.write("f");
        isAnsweredOnAConnectionOfItsOwn(app, head + "abcdef");
    }

    @Test
    void aRequestWhoseCloseWasKeptBackIsSentAgainAsItWasSent() throws IOException {
        side.learn(RawSide.GET_CLOSE, RawSide.OK_CLOSE);
        App app = side.reused();
        app.write(RawSide.GET_CLOSE);
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.NOTHING);
        assertThat(app.wire().received()).isEqualTo(RawSide.GET_KEPT);
        app.wire().send(OK);
        assertThat(app.readToEnd()).isEqualTo(RawSide.OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void aPostIsNeverSentAgain() throws IOException {
        App app = side.reused();
        app.write(POST);
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.END);
        assertThat(app.closesWithoutLoss()).isFalse();
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void aPostThatCannotBeWrittenFails() throws IOException {
        App app = side.reused();
        app.wire().failWrites();
        assertThatThrownBy(() -> app.write(POST)).isInstanceOf(SocketException.class);
        assertThat(app.closesWithoutLoss()).isFalse();
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void nothingIsSentAgainOnceAByteOfTheAnswerHasCome() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().send("H");
        assertThat(app.read()).isEqualTo("H");
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.END);
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void nothingIsSentAgainAfterAnInterimAnswer() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().send("HTTP/1.1 102 Processing\r\n\r\n");
        app.read();
        app.wire().reset();
        assertThatThrownBy(app::read).isInstanceOf(SocketException.class);
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void nothingIsSentAgainWhereBytesOfAnAnswerWait() throws IOException {
        App app = side.reused();
        app.write("PUT /a HTTP/1.1\r\nContent-Length: 6\r\n\r\n");
        app.wire().send("HTTP/1.1 413 Too much\r\n");
        app.wire().failWrites();
        assertThatThrownBy(() -> app.write("abcdef")).isInstanceOf(SocketException.class);
        assertThat(app.read()).isEqualTo("HTTP/1.1 413 Too much\r\n");
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void nothingIsSentAgainOnAConnectionOfItsOwn() throws IOException {
        App app = side.connect();
        app.write(GET);
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.END);
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void nothingIsSentAThirdTime() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().end();
        app.read();
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.END);
        assertThat(side.net.wires()).hasSize(2);
    }

    @Test
    void twoRequestsAtOnceAreNotSentAgain() throws IOException {
        App app = side.reused();
        app.write(GET + GET);
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.END);
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void aSecondRequestIsNotSentAgain() throws IOException {
        App app = side.reused();
        app.exchange(GET, OK);
        app.write(GET);
        app.wire().end();
        assertThat(app.read()).isEqualTo(App.END);
        assertThat(side.net.wires()).hasSize(1);
    }

    @Test
    void aTimeOutIsNoReasonToSendAgain() throws IOException {
        App app = side.reused();
        app.write(GET);
        assertThat(app.read()).isEqualTo(App.NOTHING);
        assertThat(app.isOnItsOwn()).isFalse();
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void whereNobodyListensAnyMoreItLooksAsIfTheServerHadJustDied() throws IOException {
        App app = side.reused();
        app.write(GET);
        app.wire().end();
        side.net.refuse();
        assertThatThrownBy(app::read)
                .isExactlyInstanceOf(SocketException.class)
                .hasMessage("Connection reset")
                .hasNoCause()
                .hasSuppressedException(new ConnectException("Connection refused"));
        app.close();
        assertThat(side.net.open() + side.busy() + side.free()).isZero();
    }

    @Test
    void afterAStaleConnectionAPostGetsAFreshOneForAMinute() throws IOException {
        App stale = side.reused();
        stale.write(GET);
        stale.wire().end();
        stale.read();
        stale.wire().send(OK);
        stale.read();
        assertThat(stale.closesWithoutLoss()).isTrue();
        App app = side.connect();
        app.write(POST);
        assertThat(app.isOnItsOwn()).isTrue();
    }

    private void isAnsweredOnAConnectionOfItsOwn(App app, String request) throws IOException {
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(side.net.wires()).hasSize(2);
        assertThat(app.wire().received()).isEqualTo(request);
        assertThat(side.net.wires().get(0).isClosed()).isTrue();
        app.wire().send(OK);
        assertThat(app.read()).isEqualTo(OK);
        assertThat(app.closesWithoutLoss()).isTrue();
    }
}
