package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestFramingTest {
    private static final String LINE = "GET / HTTP/1.1\r\n";

    @Test
    void beginsInTheLine() {
        assertThat(new RequestFraming().state()).isEqualTo(RequestFraming.LINE);
        assertThat(Fed.request("GET / HTT")).containsExactly("LINE");
    }

    @Test
    void stopsAfterTheLineAndAfterTheHead() {
        assertThat(Fed.request(LINE + "Host: x\r\n\r\n")).containsExactly("FIELDS 16", "END 27");
        assertThat(Fed.request(LINE + "Host: x\r\n")).containsExactly("FIELDS 16");
    }

    @Test
    void ofALengthTakesThatMuch() {
        String head = "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n";
        assertThat(Fed.request(head)).containsExactly("FIELDS 17", "BODY 38");
        assertThat(Fed.request(head + "hell")).containsExactly("FIELDS 17", "BODY 38");
        assertThat(Fed.request(head + "hello")).containsExactly("FIELDS 17", "BODY 38", "END 43");
    }

    @Test
    void tellsWhatIsLeftOfALength() {
        RequestFraming framing = Fed.requestOf("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhe");
        assertThat(framing.bodyRemaining()).isEqualTo(3);
        assertThat(framing.contentLength()).isEqualTo(5);
        assertThat(Fed.requestOf(LINE + "\r\n").bodyRemaining()).isEqualTo(-1);
        assertThat(Fed.requestOf(LINE + "\r\n").contentLength()).isEqualTo(-1);
        assertThat(Fed.requestOf(LINE + "Transfer-Encoding: chunked\r\n\r\n").bodyRemaining())
                .isEqualTo(-1);
    }

    @Test
    void takesALengthOfZeroForNoBody() {
        assertThat(Fed.requestState(LINE + "Content-Length: 0\r\n\r\n")).startsWith("END");
    }

    @Test
    void takesChunks() {
        String head = LINE + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(Fed.request(head + "3\r\nabc\r\n0\r\n\r\n")).containsExactly("FIELDS 16", "BODY 46", "END 59");
        assertThat(Fed.requestOf(head).isChunked()).isTrue();
    }

    @Test
    void takesOneRequestAfterTheOther() {
        String one = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab";
        assertThat(Fed.request(one + LINE + "\r\n" + one))
                .containsExactly(
                        "FIELDS 17", "BODY 38", "END 40", "FIELDS 56", "END 58", "FIELDS 75", "BODY 96", "END 98");
    }

    @Test
    void forgetsTheRequestBefore() {
        RequestFraming framing = Fed.requestOf("HEAD http://x/ HTTP/1.0\r\nConnection: close\r\nUpgrade: x\r\n"
                + "Expect: 100-continue\r\nAuthorization: NTLM x\r\nProxy-Connection: x\r\nContent-Length: 0\r\n\r\n"
                + "POST / HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(framing.isHead()).isFalse();
        assertThat(framing.isIdempotent()).isFalse();
        assertThat(framing.minorVersion()).isEqualTo(1);
        assertThat(framing.asksUpgrade()).isFalse();
        assertThat(framing.expectsContinue()).isFalse();
        assertThat(framing.isBoundToUser()).isFalse();
        assertThat(framing.contentLength()).isEqualTo(-1);
        assertThat(framing.canBeKeptAlive()).isTrue();
    }

    @Test
    void staysUnknown() {
        assertThat(Fed.request("\u0016\u0003\u0001" + LINE + "\r\n")).containsExactly("UNKNOWN");
        RequestFraming framing = Fed.requestOf("?");
        assertThat(framing.state()).isEqualTo(RequestFraming.UNKNOWN);
        assertThat(framing.consume(Fed.bytes(LINE), 3, 9)).isEqualTo(9);
    }

    @Test
    void leavesItAloneWhereThereIsNothingToConsume() {
        RequestFraming framing = Fed.requestOf(LINE + "\r\n");
        assertThat(framing.consume(new byte[5], 5, 5)).isEqualTo(5);
        assertThat(framing.state()).isEqualTo(RequestFraming.END);
    }

    @Test
    void refusesAnUncertainLength() {
        assertThat(Fed.requestState(LINE + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("UNKNOWN");
        assertThat(Fed.requestState("GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("UNKNOWN");
        assertThat(Fed.requestState("GET / HTTP/1.2\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .isEqualTo("UNKNOWN");
        assertThat(Fed.requestState(LINE + "Content-Length: 5\r\nContent-Length: 5\r\n\r\n"))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void refusesTheWebSocketDraftWhoseBodyHasNoLength() {
        assertThat(Fed.requestState(LINE + "Sec-WebSocket-Key1: 1\r\n\r\n")).isEqualTo("UNKNOWN");
    }
}
