package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSectionTest {
    private static final String LINE = "GET / HTTP/1.1\r\n";
    private static final String STATUS = "HTTP/1.1 204 X\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A: b\r\n",
                "A:b\r\n",
                "A:\r\n",
                "A: \t \r\n",
                "A: b:c\r\n",
                "A:: b\r\n",
                "!#$%&'*+-.^_`|~09azAZ: b\r\n",
                "A: \u0080\u00ff\t\"(\\\r\n",
                "A-Very-Long-Name-That-Nobody-Knows-Of: b\r\n",
            })
    void takesFields(String fields) {
        assertThat(Fed.requestState(LINE + fields + "\r\n")).startsWith("END");
        assertThat(Fed.responseState(STATUS + fields + "\r\n")).startsWith("END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":",
                "A\r",
                "A\n",
                "A ",
                "A\t",
                "A\0",
                "A(",
                "A\u00e4",
                "\u0080",
                "A: \0",
                "A: \u0001",
                "A: \u000b",
                "A: \u007f",
                "A: b\rc",
                "A: b\r\r",
                "A: b\r\n\rx",
                "Content-Length : ",
                "Transfer-Encoding\t:",
            })
    void refusesWhatIsNone(String fields) {
        assertThat(Fed.requestState(LINE + fields + "\r\n\r\n")).isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(STATUS + fields + "\r\n\r\n")).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: b\r\n c\r\n",
                "A: b\r\n\tc\r\n",
                "A: b\r\n c\r\n d\r\n",
                "A: b\r\n  \t c: d\r\nE: f\r\n",
            })
    void takesFoldedLinesOfFieldsThatMeanNothingToIt(String fields) {
        RequestFraming framing = Fed.requestOf(LINE + fields + "\r\n");
        assertThat(framing.state()).isEqualTo(RequestFraming.END);
        assertThat(Fed.responseState(STATUS + fields + "\r\n")).startsWith("END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " A: b\r\n",
                "\tA: b\r\n",
                "A: b\r\n \r\n",
                "A: b\r\n\t\r\n",
                "A: b\r\n c\r\n \r\n",
                "A:\r\n b\r\n",
                "A: \r\n b\r\n",
                "A: b\r\nC:\r\n d\r\n",
                "Content-Length: 0\r\n 0\r\n",
                "Connection: x\r\n close\r\n",
                "Connection:\r\n close\r\n",
                "Keep-Alive: x\r\n y\r\n",
                "Upgrade: x\r\n y\r\n",
                "Transfer-Encoding: chunked\r\n x\r\n",
            })
    void refusesOtherFoldedLines(String fields) {
        assertThat(Fed.requestState(LINE + fields + "\r\n")).isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(STATUS + fields + "\r\n")).isEqualTo("UNKNOWN");
    }

    @Test
    void remembersNoFoldOfTheRequestBefore() {
        String folded = LINE + "A: b\r\n c\r\n\r\n";
        assertThat(Fed.requestOf(folded + "GET / HTTP/1.0\r\n\r\n").canBeKeptAlive())
                .isTrue();
        assertThat(Fed.requestOf(LINE + "\r\n" + folded).state()).isEqualTo(RequestFraming.END);
        assertThat(Fed.requestState(folded + LINE + " x\r\n\r\n")).isEqualTo("UNKNOWN");
    }
}
