package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedBodyTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\r\n",
                "000\r\n\r\n",
                "1\r\na\r\n0\r\n\r\n",
                "a\r\n0123456789\r\n0\r\n\r\n",
                "A\r\n0\r\n\r\n\r\n\r\n!\r\n0\r\n\r\n",
                "00000000000000000001\r\na\r\n0\r\n\r\n",
                "10\r\n0123456789abcdef\r\n0\r\n\r\n",
                "1;a\r\nx\r\n0\r\n\r\n",
                "1;a=b\r\nx\r\n0;c\r\n\r\n",
                "1;a=b;c=d\r\nx\r\n0\r\n\r\n",
                "1 \t; a= b\r\nx\r\n0\r\n\r\n",
                "1;a=\"\"\r\nx\r\n0\r\n\r\n",
                "1;a=\"b;c\\\"d\\\\ \t\";e\r\nx\r\n0\r\n\r\n",
                "0\r\nX: y\r\nZ:\r\n\r\n",
            })
    void endsBehindItsTrailers(String body) {
        assertThat(Fed.response(HEAD + body)).containsExactly("BODY 47", "END " + (47 + body.length()));
        for (int i = 0; i < body.length(); i++) {
            assertThat(Fed.response(HEAD + body.substring(0, i))).containsExactly("BODY 47");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r",
                "\n",
                " ",
                ";",
                "x",
                "-",
                "+",
                "g",
                "G",
                "0x",
                "0\n",
                "0\rx",
                "0 \r",
                "0\t\n",
                "0 0",
                "0;\r",
                "0; \r",
                "0;=",
                "0;;",
                "0;a;\r",
                "0;a ",
                "0;a=\r",
                "0;a= \r",
                "0;a==",
                "0;a=b ",
                "0;a=b\"",
                "0;a=b=",
                "0;a=\"\r",
                "0;a=\"\n",
                "0;a=\"\\\r",
                "0;a=\"\0",
                "0;a=\"b\"c",
                "0;a=\"b\" ",
                "0;\"",
                "0;a=\"\u00e4",
                "0;\u00e4",
                "80000000",
                "ffffffff",
                "100000000",
                "1\r\nab",
                "1\r\na\n",
                "1\r\na\rx",
                "1\r\n\r\n",
                "1\r\na\r\n\r",
                "0\r\n\rx",
                "0\r\n ",
                "0\r\n:",
                "0\r\nX\r\n",
                "0\r\nX: y\r\n ",
                "0\r\nContent-Length: 1\r\n",
                "0\r\ntransfer-encoding: chunked\r\n",
                "0\r\nConnection: close\r\n",
                "0\r\nKeep-Alive: x\r\n",
                "0\r\nTrailer: x\r\n",
            })
    void isUnknownAtTheFirstByteThatProvesIt(String body) {
        assertThat(Fed.response(HEAD + body)).containsExactly("BODY 47", "UNKNOWN");
        assertThat(Fed.response(HEAD + body.substring(0, body.length() - 1))).containsExactly("BODY 47");
    }

    @Test
    void hasChunksOfEachSize() {
        for (int size = 1; size <= 0x1234; size++) {
            String data = "0\r\n\r\n".repeat(size / 5 + 1).substring(0, size);
            for (String hex : new String[] {
                Integer.toHexString(size), Integer.toHexString(size).toUpperCase(Locale.ROOT)
            }) {
                byte[] bytes = Fed.bytes(hex + "\r\n" + data + "\r\n0\r\n\r\n");
                ResponseFraming framing = new ResponseFraming();
                framing.begin(false);
                assertThat(framing.consume(Fed.bytes(HEAD), 0, HEAD.length())).isEqualTo(HEAD.length());
                assertThat(framing.consume(bytes, 0, bytes.length - 1)).isEqualTo(bytes.length - 1);
                assertThat(framing.state()).as(hex).isEqualTo(ResponseFraming.BODY);
                assertThat(framing.consume(bytes, bytes.length - 1, bytes.length))
                        .isEqualTo(bytes.length);
                assertThat(framing.state()).as(hex).isEqualTo(ResponseFraming.END);
            }
        }
    }

    @Test
    void hasChunksUpTo2Gigabytes() {
        byte[] data = new byte[1 << 20];
        for (String size : new String[] {"7fffffff", "7FFFFFFF"}) {
            ResponseFraming framing = Fed.responseOf(HEAD + size + "\r\n");
            for (int left = Integer.MAX_VALUE; left > 0; left -= data.length) {
                framing.consume(data, 0, Math.min(left, data.length));
            }
            byte[] end = Fed.bytes("\r\n0\r\n\r\n");
            assertThat(framing.consume(end, 0, end.length)).isEqualTo(end.length);
            assertThat(framing.state()).isEqualTo(ResponseFraming.END);
        }
    }

    @Test
    void beginsAnewWithEachMessage() {
        assertThat(Fed.response(HEAD + "0\r\nX: y\r\n\r\n")).endsWith("END 58");
        String request = "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;a=\"b\"\r\nx\r\n0\r\nX: y\r\n\r\n";
        assertThat(Fed.requestState(request + request)).isEqualTo("END " + 2 * request.length());
    }
}
