package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLineTest {
    private static final String LONGEST_METHOD = "M".repeat(32);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.0\r\n",
                "GET / HTTP/1.9\r\n",
                "GET / HTTP/1.1\n",
                "get / HTTP/1.1\r\n",
                "M-SEARCH * HTTP/1.1\r\n",
                "OPTIONS * HTTP/1.1\r\n",
                "GET http://x:80/a?b=c#d HTTP/1.1\r\n",
                "GET /\u00e4|\"<>{}\\^`[] HTTP/1.1\r\n",
                "!#$%&'*+-.^_`|~09azAZ / HTTP/1.1\r\n",
            })
    void isOneWithMethodTargetAndVersion(String line) {
        assertThat(Fed.request(line)).containsExactly("FIELDS " + line.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "G@",
                "GET\r",
                "GET\n",
                "GET\t",
                "GET  ",
                "GET /\r",
                "GET /\n",
                "GET /\t",
                "GET /\0",
                "GET /\u007f",
                "GET / \r",
                "GET /  ",
                "GET / h",
                "GET /a b",
                "GET / HTTP/2",
                "GET / HTTP/0",
                "GET / HTTP/1\r",
                "GET / HTTP/1.\r",
                "GET / HTTP/1.\n",
                "GET / HTTP/1.x",
                "GET / HTTP/1.1 ",
                "GET / HTTP/1.10",
                "GET / HTTP/1.1\rx",
                "GET / HTTP/1.1\r\r",
                "PRI * HTTP/2",
                "CONNECT ",
                "connect ",
                "Connect ",
                "head ",
                "Head ",
                "\u0016",
                "\0",
                "\u0080",
                "{",
                "\"",
                "(",
                "EHLO example.org\r",
                "USER me\r",
                "SELECT * F",
                "*1\r",
                "SSH-2.0-OpenSSH_9.2\r",
                "\r\n\r\n\r\n\r\n\r\n",
                "\r\r",
                "\rx",
                "\n\r",
            })
    void isUnknownAtTheFirstByteThatProvesIt(String line) {
        assertThat(Fed.request(line)).containsExactly("UNKNOWN");
        assertThat(Fed.request(line.substring(0, line.length() - 1))).containsExactly("LINE");
    }

    @Test
    void mayFollowFourBlankLines() {
        assertThat(Fed.request("\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n")).containsExactly("FIELDS 24");
        assertThat(Fed.request("\n\n\n\nGET / HTTP/1.1\n")).containsExactly("FIELDS 19");
        assertThat(Fed.requestState("\n\n\n\n\n")).isEqualTo("UNKNOWN");
    }

    @Test
    void countsTheBlankLinesOfEachRequest() {
        String request = "\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\n";
        assertThat(Fed.requestState(request + request)).isEqualTo("END 48");
    }

    @Test
    void hasAMethodOf32LettersAtMost() {
        assertThat(Fed.request(LONGEST_METHOD + " / HTTP/1.1\r\n")).containsExactly("FIELDS 45");
        assertThat(Fed.request(LONGEST_METHOD)).containsExactly("LINE");
        assertThat(Fed.request(LONGEST_METHOD + "M")).containsExactly("UNKNOWN");
    }

    @Test
    void isOf16KilobytesAtMost() {
        String longest = "GET /" + "x".repeat(16384 - 14) + " HTTP/1.1";
        assertThat(longest).hasSize(16384);
        assertThat(LimitsTest.requestState(longest + "\r\n")).isEqualTo(RequestFraming.FIELDS);
        assertThat(LimitsTest.requestState("x" + longest + "\r\n")).isEqualTo(RequestFraming.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, true, false",
        "HEAD, true, true",
        "PUT, true, false",
        "DELETE, true, false",
        "OPTIONS, true, false",
        "TRACE, true, false",
        "POST, false, false",
        "PATCH, false, false",
        "get, false, false",
        "GETS, false, false",
        "HEADS, false, false",
    })
    void tellsIdempotentMethodsByTheirExactName(String method, boolean idempotent, boolean head) {
        RequestFraming framing = Fed.requestOf(method + " / HTTP/1.1\r\n\r\n");
        assertThat(framing.isIdempotent()).isEqualTo(idempotent);
        assertThat(framing.isHead()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "9, 1"})
    void countsALaterVersionAsOne(String digit, int minor) {
        assertThat(Fed.requestOf("GET / HTTP/1." + digit + "\r\n\r\n").minorVersion())
                .isEqualTo(minor);
    }
}
