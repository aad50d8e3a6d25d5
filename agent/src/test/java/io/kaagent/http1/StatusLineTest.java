package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusLineTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 204 No Content, 204, 1",
        "HTTP/1.0 204 No Content, 204, 0",
        "HTTP/1.2 204 No Content, 204, 1",
        "HTTP/1.1 204, 204, 1",
        "'HTTP/1.1 204 ', 204, 1",
        "'HTTP/1.1 204  x\t\u00e4', 204, 1",
        "HTTP/1.1 304 204, 304, 1",
    })
    void hasAVersionAStatusAndPerhapsAReason(String line, int status, int minor) {
        ResponseFraming framing = Fed.responseOf(line + "\r\n\r\n");
        assertThat(framing.state()).isEqualTo(ResponseFraming.END);
        assertThat(framing.status()).isEqualTo(status);
        assertThat(framing.minorVersion()).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "\n",
                "\rx",
                " ",
                "h",
                "X",
                "HTTP/2",
                "HTTP/0",
                "HTTP/1\r",
                "HTTP/1.\r",
                "HTTP/1.x",
                "HTTP/1.1\r",
                "HTTP/1.1\n",
                "HTTP/1.1\t",
                "HTTP/1.10",
                "HTTP/1.1  ",
                "HTTP/1.1 0",
                "HTTP/1.1 x",
                "HTTP/1.1 20\r",
                "HTTP/1.1 20\n",
                "HTTP/1.1 20 ",
                "HTTP/1.1 2000",
                "HTTP/1.1 200\t",
                "HTTP/1.1 200x",
                "HTTP/1.1 200 \0",
                "HTTP/1.1 200 \u000b",
                "HTTP/1.1 200 \u007f",
                "HTTP/1.1 200 OK\rx",
                "ICY 200 OK",
            })
    void isUnknownElse(String line) {
        assertThat(Fed.response(line)).containsExactly("UNKNOWN");
    }

    @Test
    void mayHaveAnUnknownStatus() {
        assertThat(Fed.response("HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n"))
                .containsExactly("END 50");
    }

    @Test
    void isWaitedForByteByByte() {
        assertThat(Fed.response("HTTP/1.1 20")).containsExactly("LINE");
        assertThat(Fed.response("HTTP/1.1 200 OK\r\n")).containsExactly("FIELDS");
    }
}
