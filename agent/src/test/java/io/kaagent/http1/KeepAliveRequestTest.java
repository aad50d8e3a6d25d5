package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepAliveRequestTest {
    @ParameterizedTest
    @CsvSource({
        "'Connection: close',       'Connection: keep-alive'",
        "'connection:close',        'connection:keep-alive'",
        "'CONNECTION: \t Close \t', 'CONNECTION: \t keep-alive \t'",
    })
    void replacesTheValueInItsPlace(String before, String after) {
        assertThat(rewritten("GET / HTTP/1.1\r\nHost: x\r\n" + before + "\r\nAccept: y\r\n\r\n"))
                .isEqualTo("GET / HTTP/1.1\r\nHost: x\r\n" + after + "\r\nAccept: y\r\n\r\n");
    }

    @Test
    void givesHttp10TheFieldAsItsLast() {
        assertThat(rewritten("GET / HTTP/1.0\r\nHost: x\r\n\r\n"))
                .isEqualTo("GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n");
        assertThat(rewritten("GET / HTTP/1.0\r\n\r\n")).isEqualTo("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }

    @Test
    void keepsBareLineFeeds() {
        assertThat(rewritten("GET / HTTP/1.0\n\n")).isEqualTo("GET / HTTP/1.0\nConnection: keep-alive\n\n");
        assertThat(rewritten("GET / HTTP/1.0\nConnection: close\n\n"))
                .isEqualTo("GET / HTTP/1.0\nConnection: keep-alive\n\n");
    }

    @Test
    void keepsBlankLinesBeforeTheRequest() {
        assertThat(rewritten("\r\n\r\nGET / HTTP/1.0\r\n\r\n"))
                .isEqualTo("\r\n\r\nGET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }

    @Test
    void leavesFieldsOfSimilarNames() {
        assertThat(rewritten(
                        "GET / HTTP/1.1\r\nX-Connection: close\r\nConnection: close\r\nConnections: close\r\n\r\n"))
                .isEqualTo(
                        "GET / HTTP/1.1\r\nX-Connection: close\r\nConnection: keep-alive\r\nConnections: close\r\n\r\n");
    }

    @Test
    void rewritesWithinALargerArrayAndOverWhatTheOutputHeld() {
        byte[] bytes = Fed.bytes("??GET / HTTP/1.0\r\n\r\n??");
        HeadBytes out = new HeadBytes();
        out.append(new byte[500], 0, 500);
        KeepAliveRequest.rewrite(bytes, 2, bytes.length - 2, out);
        assertThat(text(out)).isEqualTo("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }

    @Test
    void makesOfTheLargestHeadOneThatIsStillFramed() {
        String head = "GET / HTTP/1.0\r\nX: " + "x".repeat(HeadBytes.MOST - 64 - 23) + "\r\n\r\n";
        RequestFraming framing = framed(head);
        assertThat(framing.canBeKeptAlive()).isTrue();
        assertThat(framed(rewritten(head)).state()).isEqualTo(RequestFraming.END);
        assertThat(framed(head.replace("X:", "XX:")).canBeKeptAlive()).isFalse();
    }

    private static String rewritten(String head) {
        assertThat(framed(head).canBeKeptAlive()).isTrue();
        HeadBytes out = new HeadBytes();
        KeepAliveRequest.rewrite(Fed.bytes(head), 0, head.length(), out);
        RequestFraming after = framed(text(out));
        assertThat(after.state()).isEqualTo(RequestFraming.END);
        assertThat(after.wantsClose()).isFalse();
        return text(out);
    }

    private static RequestFraming framed(String head) {
        RequestFraming framing = new RequestFraming();
        int line = framing.consume(Fed.bytes(head), 0, head.length());
        assertThat(framing.consume(Fed.bytes(head), line, head.length())).isEqualTo(head.length());
        return framing;
    }

    static String text(HeadBytes bytes) {
        return new String(bytes.array(), 0, bytes.length(), StandardCharsets.ISO_8859_1);
    }
}
