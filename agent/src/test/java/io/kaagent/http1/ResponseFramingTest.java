package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFramingTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void ofALengthTakesThatMuch() {
        assertThat(Fed.response(OK + "Content-Length: 5\r\n\r\nhello")).containsExactly("BODY 38", "END 43");
        assertThat(Fed.response(OK + "Content-Length: 0\r\n\r\n")).containsExactly("END 38");
        assertThat(Fed.responseOf(OK + "Content-Length: 5\r\n\r\nh").bodyRemaining())
                .isEqualTo(4);
    }

    @Test
    void withoutALengthEndsWithTheConnection() {
        ResponseFraming framing = Fed.responseOf(OK + "\r\nhello");
        assertThat(framing.state()).isEqualTo(ResponseFraming.BODY);
        assertThat(framing.endsWithClose()).isTrue();
        assertThat(framing.willClose()).isTrue();
        assertThat(framing.saysClose()).isFalse();
        framing.endOfStream();
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
    }

    @Test
    void takesChunks() {
        String head = OK + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(Fed.response(head + "3\r\nabc\r\n0\r\n\r\n")).containsExactly("BODY 47", "END 60");
        assertThat(Fed.responseOf(head).isChunked()).isTrue();
        assertThat(Fed.responseOf(head).willClose()).isFalse();
    }

    @Test
    void toAHeadHasNoBody() {
        assertThat(Fed.response(OK + "Content-Length: 5\r\n\r\n", true)).containsExactly("END 38");
        ResponseFraming framing = Fed.responseOf(OK + "Transfer-Encoding: chunked\r\n\r\n", true);
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
        assertThat(framing.isChunked()).isFalse();
        assertThat(framing.saysChunked()).isTrue();
        assertThat(Fed.responseOf(OK + "\r\n", true).willClose()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "204 No Content\r\n",
                "204 No Content\r\nContent-Length: 0\r\n",
                "304 Not Modified\r\n",
                "304 Not Modified\r\nContent-Length: 5\r\n",
                "304 Not Modified\r\nTransfer-Encoding: chunked\r\n",
            })
    void hasNoBodyByItsStatus(String head) {
        String text = "HTTP/1.1 " + head + "\r\n";
        assertThat(Fed.response(text)).containsExactly("END " + text.length());
        assertThat(Fed.responseOf(text).willClose()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "204 No Content\r\nContent-Length: 5\r\n",
                "204 No Content\r\nTransfer-Encoding: chunked\r\n",
                "100 Continue\r\nContent-Length: 5\r\n",
                "100 Continue\r\nTransfer-Encoding: chunked\r\n",
                "100 Continue\r\nContent-Length: 0\r\nContent-Length: 0\r\n",
                "101 Switching Protocols\r\nUpgrade: x\r\n",
                "200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "200 OK\r\nTransfer-Encoding: gzip\r\n",
            })
    void refusesABodyThatMayOrMayNotBeThere(String head) {
        assertThat(Fed.responseState("HTTP/1.1 " + head + "\r\n")).isEqualTo("UNKNOWN");
    }

    @Test
    void refusesChunksInAnotherVersion() {
        assertThat(Fed.responseState("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("UNKNOWN");
        assertThat(Fed.responseState("HTTP/1.2 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void takesAnyNumberOfInterimAnswers() {
        String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
        assertThat(Fed.response(interim + interim + "HTTP/1.1 204 X\r\n\r\n"))
                .containsExactly("INTERIM 37", "INTERIM 74", "END 92");
        ResponseFraming framing = new ResponseFraming();
        framing.begin(false);
        for (int i = 0; i < 10_000; i++) {
            framing.consume(Fed.bytes(interim), 0, interim.length());
        }
        assertThat(framing.state()).isEqualTo(ResponseFraming.INTERIM);
        assertThat(framing.status()).isEqualTo(103);
    }

    @Test
    void believesAnInterimAnswerThatSaysClose() {
        String interim = "HTTP/1.1 100 Continue\r\nConnection: close\r\n\r\n";
        assertThat(Fed.responseOf(interim + OK + "Content-Length: 0\r\n\r\n").willClose())
                .isTrue();
    }

    @Test
    void takesALengthGivenTwiceButNoFurtherRequest() {
        ResponseFraming framing = Fed.responseOf(OK + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nab");
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
        assertThat(framing.willClose()).isTrue();
        assertThat(framing.saysClose()).isFalse();
    }

    @Test
    void takesOneAnswerForEachRequest() {
        byte[] text = Fed.bytes(OK + "Content-Length: 2\r\n\r\nab");
        ResponseFraming framing = new ResponseFraming();
        for (int i = 0; i < 3; i++) {
            framing.begin(false);
            assertThat(framing.hasBegun()).isFalse();
            assertThat(framing.consume(text, 0, text.length)).isEqualTo(text.length - 2);
            assertThat(framing.consume(text, text.length - 2, text.length)).isEqualTo(text.length);
            assertThat(framing.state()).isEqualTo(ResponseFraming.END);
            assertThat(framing.hasBegun()).isTrue();
        }
    }

    @Test
    void leavesWhatComesAfterTheAnswer() {
        byte[] text = Fed.bytes(OK + "Content-Length: 0\r\n\r\nHTTP/1.1");
        ResponseFraming framing = new ResponseFraming();
        framing.begin(false);
        assertThat(framing.consume(text, 0, text.length)).isEqualTo(38);
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
        assertThat(framing.consume(text, 38, text.length)).isEqualTo(text.length);
        assertThat(framing.state()).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        ResponseFraming framing = new ResponseFraming();
        assertThat(framing.consume(Fed.bytes(OK), 0, 5)).isEqualTo(5);
        assertThat(framing.state()).isEqualTo(ResponseFraming.UNKNOWN);
        framing.begin(false);
        assertThat(framing.state()).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void refusesToBeginInTheMidst() {
        ResponseFraming framing = new ResponseFraming();
        framing.begin(false);
        framing.begin(false);
        assertThat(framing.state()).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void isUnknownWhereTheStreamEndsInTheMidst() {
        for (String text : new String[] {
            "HTTP",
            OK,
            OK + "Content-Length: 5\r\n\r\nhell",
            OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n"
        }) {
            ResponseFraming framing = Fed.responseOf(text);
            framing.endOfStream();
            assertThat(framing.state()).as(text).isEqualTo(ResponseFraming.UNKNOWN);
        }
    }

    @Test
    void knowsNothingBeforeTheFirstAnswer() {
        ResponseFraming framing = new ResponseFraming();
        assertThat(framing.keepAliveTimeout()).isEqualTo(-1);
        assertThat(framing.keepAliveMax()).isEqualTo(-1);
        assertThat(framing.contentLength()).isEqualTo(-1);
        assertThat(framing.bodyRemaining()).isEqualTo(-1);
        assertThat(new RequestFraming().contentLength()).isEqualTo(-1);
    }

    @Test
    void isAsItWasWhereTheStreamEndsBeforeOrAfter() {
        ResponseFraming framing = new ResponseFraming();
        framing.endOfStream();
        assertThat(framing.state()).isEqualTo(ResponseFraming.LINE);
        framing.begin(false);
        framing.endOfStream();
        assertThat(framing.state()).isEqualTo(ResponseFraming.LINE);
        framing = Fed.responseOf(OK + "Content-Length: 0\r\n\r\n");
        framing.endOfStream();
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
    }
}
