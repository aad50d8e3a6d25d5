package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void takesAHeadOf64KilobytesAndNoMore() {
        String head = "GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(10000) + "X: ";
        String largest = head + "x".repeat(HeadBytes.MOST - head.length() - 4) + "\r\n\r\n";
        assertThat(requestState(largest)).isEqualTo(RequestFraming.END);
        assertThat(requestState(largest.replace("X:", "XX:"))).isEqualTo(RequestFraming.UNKNOWN);
        assertThat(requestState("\r\n" + largest)).isEqualTo(RequestFraming.UNKNOWN);
    }

    @Test
    void takesAnAnswersHeadOf64KilobytesAndNoMore() {
        String head = "HTTP/1.1 204 X\r\nWWW-Authenticate: ";
        String largest = head + "x".repeat(HeadBytes.MOST - head.length() - 4) + "\r\n\r\n";
        assertThat(responseState(largest)).isEqualTo(ResponseFraming.END);
        assertThat(responseState(largest.replace("204 X", "204 XX"))).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void takesAStatusLineOf16KilobytesAndNoMore() {
        String longest = "HTTP/1.1 204 " + "x".repeat(16384 - 13);
        assertThat(responseState(longest + "\r\n\r\n")).isEqualTo(ResponseFraming.END);
        assertThat(responseState(longest + "x\r\n\r\n")).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void takesAChunkLineOf16KilobytesAndNoMore() {
        String longest = "0;" + "x".repeat(16382);
        assertThat(responseState(CHUNKED + longest + "\r\n\r\n")).isEqualTo(ResponseFraming.END);
        assertThat(responseState(CHUNKED + longest + "x\r\n\r\n")).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void takesTrailersOf64KilobytesAndNoMore() {
        String largest = "X: " + "x".repeat(HeadBytes.MOST - 7) + "\r\n\r\n";
        assertThat(responseState(CHUNKED + "0\r\n" + largest)).isEqualTo(ResponseFraming.END);
        assertThat(responseState(CHUNKED + "0\r\nX" + largest)).isEqualTo(ResponseFraming.UNKNOWN);
    }

    @Test
    void waitsForNothingThatIsTooLong() {
        assertThat(requestState("GET /" + "x".repeat(16380))).isEqualTo(RequestFraming.UNKNOWN);
        assertThat(requestState("GET / HTTP/1.1\r\nX: " + "x".repeat(HeadBytes.MOST)))
                .isEqualTo(RequestFraming.UNKNOWN);
    }

    static int requestState(String text) {
        RequestFraming framing = new RequestFraming();
        for (int i = 0; i < text.length(); ) {
            i = framing.consume(Fed.bytes(text), i, text.length());
        }
        return framing.state();
    }

    private static int responseState(String text) {
        ResponseFraming framing = new ResponseFraming();
        framing.begin(false);
        for (int i = 0; i < text.length(); ) {
            i = framing.consume(Fed.bytes(text), i, text.length());
        }
        return framing.state();
    }
}
