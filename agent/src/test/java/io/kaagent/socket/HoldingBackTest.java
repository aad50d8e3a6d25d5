package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.GET_CLOSE;
import static io.kaagent.socket.RawSide.OK;
import static io.kaagent.socket.RawSide.OK_CLOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.http1.HeadBytes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** When what the application writes goes out. */
class HoldingBackTest {
    private final RawSide side = new RawSide();

    @Test
    void aProtocolThatIsNotHttpGetsEveryByteAtOnce() throws IOException {
        App app = side.connect();
        String login = "\u0016\u0003\u0001 anything";
        for (int i = 0; i < login.length(); i++) {
            app.write(login.substring(i, i + 1));
            assertThat(app.wire().received()).isEqualTo(login.substring(0, i + 1));
        }
        app.close();
        assertThat(app.made.isClosed()).isTrue();
        assertThat(side.busy()).isZero();
    }

    @Test
    void aRequestLineGoesOutByteByByteOnAConnectionOfItsOwn() throws IOException {
        App app = side.connect();
        String line = "GET /a HTTP/1.1\r";
        for (int i = 0; i < line.length(); i++) {
            app.write(line.substring(i, i + 1));
            assertThat(app.wire().received()).isEqualTo(line.substring(0, i + 1));
        }
        assertThat(side.busy()).as("not yet known to be HTTP").isZero();
    }

    @Test
    void theFieldsWaitForTheEndOfTheHead() throws IOException {
        App app = side.connect();
        app.write("GET /a HTTP/1.1\r\nHost: h\r\n");
        assertThat(app.wire().received()).isEmpty();
        assertThat(side.busy()).as("HTTP, and so counted").isEqualTo(1);
        app.write("\r");
        assertThat(app.wire().received()).isEmpty();
        app.write("\n");
        assertThat(app.wire().received()).isEqualTo(GET);
    }

    @Test
    void nothingWaitsWhereCloseIsHonoured() throws IOException {
        side.settings.set("ka.closeHeader", "honour");
        App app = side.connect();
        app.write("GET /a HTTP/1.1\r\nHost: h\r\nConn");
        assertThat(app.wire().received()).isEqualTo("GET /a HTTP/1.1\r\nHost: h\r\nConn");
    }

    @Test
    void onAUsedConnectionNothingGoesOutBeforeTheHeadIsComplete() throws IOException {
        App app = side.reused();
        int before = app.wire().received().length();
        for (int i = 0; i < GET.length() - 1; i++) {
            app.write(GET.substring(i, i + 1));
            assertThat(app.wire().received()).hasSize(before);
        }
        app.write("\n");
        assertThat(app.wire().received().substring(before)).isEqualTo(GET);
        assertThat(app.isOnItsOwn()).isFalse();
    }

    @Test
    void aFirstByteThatIsNotHttpGetsAConnectionOfItsOwn() throws IOException {
        App app = side.reused();
        Wire used = app.wire();
        String seen = used.received();
        app.write("\u0001ping");
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.wire().received()).isEqualTo("\u0001ping");
        assertThat(used.received()).isEqualTo(seen);
        assertThat(used.isClosed()).isTrue();
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void aHeadThatTurnsOutNotToBeOneGoesToAConnectionOfItsOwnAsAWhole() throws IOException {
        App app = side.reused();
        app.write("GET /a HTTP/1.1\r\nHo");
        app.write("st : h\r\nrest");
        app.write(" and more");
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.wire().received()).isEqualTo("GET /a HTTP/1.1\r\nHost : h\r\nrest and more");
        assertThat(side.busy()).isZero();
    }

    @Test
    void aHeadTooLongToHoldIsNotHeld() throws IOException {
        App app = side.connect();
        String head = "GET /a HTTP/1.1\r\nCookie: " + "c".repeat(HeadBytes.MOST);
        app.write(head.substring(0, 30_000));
        app.write(head.substring(30_000));
        app.write("c\r\n\r\n");
        assertThat(app.wire().received()).isEqualTo(head + "c\r\n\r\n");
    }

    @Test
    void readingSendsWhatIsHeld() throws IOException {
        App app = side.connect();
        app.write("GET /a HTTP/1.1\r\nHost: h\r\n");
        assertThat(app.read()).isEqualTo(App.NOTHING);
        assertThat(app.wire().received()).isEqualTo("GET /a HTTP/1.1\r\nHost: h\r\n");
        app.write("Connection: close\r\n\r\n");
        assertThat(app.wire().received()).isEqualTo(GET_CLOSE);
    }

    @Test
    void aTornHeadIsNotRewritten() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write("GET /a HTTP/1.1\r\nHost: h\r\n");
        app.raw.available();
        app.write("Connection: close\r\n\r\n");
        assertThat(app.wire().received()).isEqualTo(GET_CLOSE);
        app.wire().send(OK_CLOSE);
        assertThat(app.read()).isEqualTo(OK_CLOSE);
        assertThat(app.closesWithoutLoss()).isFalse();
    }

    @Test
    void aRequestThatWasBegunByteByByteIsRewrittenAllTheSame() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.writeByteByByte(GET_CLOSE);
        assertThat(app.wire().received()).isEqualTo(RawSide.GET_KEPT);
    }

    @Test
    void closingSendsWhatIsHeld() throws IOException {
        App app = side.connect();
        app.write("GET /a HTTP/1.1\r\nHost: h\r\n");
        Wire wire = app.wire();
        app.close();
        assertThat(wire.received()).isEqualTo("GET /a HTTP/1.1\r\nHost: h\r\n");
        assertThat(wire.isClosed()).isTrue();
    }

    @Test
    void closingSendsNothingHalfToAConnectionThatOthersHaveUsed() throws IOException {
        App app = side.reused();
        Wire used = app.wire();
        String before = used.received();
        app.write("GET /a HTTP/1.1\r\nHost: h\r\n");
        app.close();
        assertThat(used.received()).isEqualTo(before);
        assertThat(side.net.last().received()).isEqualTo("GET /a HTTP/1.1\r\nHost: h\r\n");
        assertThat(side.net.open() + side.busy() + side.free()).isZero();
    }

    @Test
    void aBodyPassesAtOnce() throws IOException {
        App app = side.connect();
        app.write("PUT /a HTTP/1.1\r\nContent-Length: 6\r\n\r\nab");
        app.write("c");
        assertThat(app.wire().received()).endsWith("\r\n\r\nabc");
        app.write("def");
        assertThat(app.wire().received()).endsWith("\r\n\r\nabcdef");
    }

    @Test
    void whatFollowsADressedRequestIsSwallowed() throws IOException {
        side.learn(GET_CLOSE, OK_CLOSE);
        App app = side.connect();
        app.write(GET_CLOSE);
        String sent = app.wire().received();
        app.write(GET);
        app.wire().send(OK);
        assertThat(app.readToEnd()).isEqualTo(OK_CLOSE);
        app.write("and again");
        assertThat(app.wire().received()).isEqualTo(sent);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void whatFollowsInTheSameWriteIsARequestOfItsOwn() throws IOException {
        App app = side.connect();
        app.write(GET + GET + "GET /b HTTP/1.1\r\n");
        assertThat(app.wire().received()).isEqualTo(GET + GET);
        app.write("\r\n");
        assertThat(app.wire().received()).isEqualTo(GET + GET + "GET /b HTTP/1.1\r\n\r\n");
    }

    @Test
    void nothingHeldIsLostWhereTooManyRequestsAreAhead() throws IOException {
        App app = side.connect();
        String many = GET.repeat(Talk.MOST_AHEAD + 1);
        app.write(many + "GET /b HTTP/1.1\r\nHo");
        app.write("st: h\r\n\r\n");
        assertThat(app.wire().received()).isEqualTo(many + "GET /b HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(app.closesWithoutLoss()).isFalse();
    }
}
