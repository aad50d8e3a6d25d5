package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnchunkTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String BODY = "5;a=b\r\nhello\r\n1\r\n,\r\n8\r\n world!!\r\n0\r\nX: y\r\n\r\n";

    @Test
    void movesThePayloadTogetherHoweverItIsCut() {
        for (int size = 1; size <= BODY.length(); size++) {
            ResponseFraming framing = Fed.responseOf(HEAD);
            StringBuilder payload = new StringBuilder();
            for (int from = 0; from < BODY.length(); from += size) {
                int to = Math.min(from + size, BODY.length());
                byte[] bytes = Fed.bytes("???" + BODY.substring(from, to) + "???");
                int end = framing.unchunk(bytes, 3, bytes.length - 3);
                assertThat(framing.consumed()).isEqualTo(bytes.length - 3);
                payload.append(text(bytes, 3, end));
                assertThat(text(bytes, bytes.length - 3, bytes.length)).isEqualTo("???");
            }
            assertThat(framing.state()).isEqualTo(ResponseFraming.END);
            assertThat(payload).hasToString("hello, world!!");
        }
    }

    @Test
    void leavesWhatComesBehind() {
        ResponseFraming framing = Fed.responseOf(HEAD);
        byte[] bytes = Fed.bytes(BODY + "HTTP/1.1");
        int end = framing.unchunk(bytes, 0, bytes.length);
        assertThat(text(bytes, 0, end)).isEqualTo("hello, world!!");
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
        assertThat(framing.consumed()).isEqualTo(BODY.length());
        assertThat(text(bytes, framing.consumed(), bytes.length)).isEqualTo("HTTP/1.1");
    }

    @Test
    void givesWhatWasGoodBeforeItBecameUnknown() {
        ResponseFraming framing = Fed.responseOf(HEAD);
        byte[] bytes = Fed.bytes("2\r\nab\r\n2\r\ncdx");
        assertThat(text(bytes, 0, framing.unchunk(bytes, 0, bytes.length))).isEqualTo("abcd");
        assertThat(framing.state()).isEqualTo(ResponseFraming.UNKNOWN);
        assertThat(framing.consumed()).isEqualTo(bytes.length);
    }

    @Test
    void doesNothingWhereNoChunkedBodyIsUnderWay() {
        byte[] bytes = Fed.bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        byte[] before = Arrays.copyOf(bytes, bytes.length);
        ResponseFraming framing = new ResponseFraming();
        framing.begin(false);
        assertThat(framing.unchunk(bytes, 3, 9)).isEqualTo(3);
        assertThat(framing.consumed()).isEqualTo(3);
        assertThat(framing.hasBegun()).isFalse();
        framing.consume(bytes, 0, bytes.length);
        assertThat(framing.unchunk(bytes, 38, bytes.length)).isEqualTo(38);
        assertThat(framing.bodyRemaining()).isEqualTo(5);
        assertThat(bytes).isEqualTo(before);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
