package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLengthTest {
    private static final String LINE = "POST / HTTP/1.1\r\n";
    private static final String STATUS = "HTTP/1.1 200 OK\r\n";

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "'  5 \t', 5",
        "005, 5",
        "999999999999999999, 999999999999999999",
        "000000000000000005, 5",
    })
    void isANumber(String value, long length) {
        assertThat(Fed.requestOf(LINE + "content-LENGTH:" + value + "\r\n\r\n").bodyRemaining())
                .isEqualTo(length);
        assertThat(Fed.responseOf(STATUS + "content-LENGTH:" + value + "\r\n\r\n")
                        .bodyRemaining())
                .isEqualTo(length);
        assertThat(Fed.responseOf(STATUS + "content-LENGTH:" + value + "\r\n\r\n")
                        .contentLength())
                .isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-5",
                "+5",
                "5x",
                "x",
                "0x5",
                "5.0",
                "5 5",
                "5, 5",
                "5,5",
                ",5",
                "5;a",
                "\"5\"",
                "\u00b2",
                "1000000000000000000",
                "0000000000000000005",
                "9223372036854775808",
                "18446744073709551621",
            })
    void isUnknownElse(String value) {
        assertThat(Fed.requestState(LINE + "Content-Length: " + value + "\r\n\r\n"))
                .isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(STATUS + "Content-Length: " + value + "\r\n\r\n"))
                .isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5, 6", "5, 05x", "6, 5", "0, 5", "5, "})
    void isUnknownWhereTwoFieldsDiffer(String values) {
        String[] value = values.split(", ", -1);
        String fields = "Content-Length: " + value[0] + "\r\nContent-Length: " + value[1] + "\r\n\r\n";
        assertThat(Fed.requestState(LINE + fields)).isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(STATUS + fields)).isEqualTo("UNKNOWN");
    }

    @Test
    void isUnknownWhereAThirdFieldDiffers() {
        String fields = "Content-Length: 5\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n";
        assertThat(Fed.responseState(STATUS + fields)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "CHUNKED", " Chunked\t"})
    void mayBeChunked(String value) {
        assertThat(Fed.requestOf(LINE + "Transfer-Encoding:" + value + "\r\n\r\n")
                        .isChunked())
                .isTrue();
        assertThat(Fed.responseOf(STATUS + "transfer-encoding:" + value + "\r\n\r\n")
                        .isChunked())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gzip",
                "identity",
                "gzip, chunked",
                "chunked, gzip",
                "chunked, chunked",
                "chunked,",
                ",chunked",
                "chunked;a=b",
                "\"chunked\"",
                "xchunked",
                "chunkedx",
                "chunk",
                "chunked\r\nTransfer-Encoding: chunked",
                "chunked\r\nTransfer-Encoding: identity",
                "identity\r\nTransfer-Encoding: chunked",
            })
    void isUnknownInAnyOtherCoding(String value) {
        assertThat(Fed.requestState(LINE + "Transfer-Encoding: " + value + "\r\n\r\n"))
                .isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(STATUS + "Transfer-Encoding: " + value + "\r\n\r\n"))
                .isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 X", "304 X", "200 OK"})
    void isUnknownWithBothEvenWhereNoBodyFollows(String status) {
        String fields = "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(Fed.response("HTTP/1.1 " + status + "\r\n" + fields, true)).containsExactly("UNKNOWN");
    }
}
