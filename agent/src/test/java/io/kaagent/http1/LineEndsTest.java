package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEndsTest {
    @Test
    void mayBeLineFeedsThroughout() {
        assertThat(Fed.request("GET / HTTP/1.1\nHost: x\n\n")).containsExactly("FIELDS 15", "END 24");
        assertThat(Fed.response("HTTP/1.1 200 OK\nContent-Length: 2\n\nab")).containsExactly("BODY 35", "END 37");
    }

    @Test
    void mayChangeFromMessageToMessage() {
        assertThat(Fed.request("GET / HTTP/1.1\n\nGET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\n\n"))
                .containsExactly("FIELDS 15", "END 16", "FIELDS 32", "END 34", "FIELDS 49", "END 50");
        assertThat(Fed.response("HTTP/1.1 100 X\n\nHTTP/1.1 204 X\r\n\r\n")).containsExactly("INTERIM 16", "END 34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n\n",
                "GET / HTTP/1.1\nHost: x\n\r\n",
                "\nGET / HTTP/1.1\r\n\r\n",
                "\r\nGET / HTTP/1.1\n\n",
                "GET / HTTP/1.1\r\nA: b\nTransfer-Encoding: chunked\r\n\r\n",
            })
    void areNotMixedInARequest(String head) {
        assertThat(Fed.requestState(head)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 X\nA: b\r\n\r\n",
                "HTTP/1.1 204 X\r\nA: b\n\r\n",
                "HTTP/1.1 204 X\r\nA: b\r\n\n",
                "HTTP/1.1 204 X\n\r\n",
            })
    void areNotMixedInAnAnswer(String head) {
        assertThat(Fed.responseState(head)).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\na\r\n0\r\n\r\n",
                "1\r\na\n0\r\n\r\n",
                "1\r\na\r\n0\n\r\n",
                "1\r\na\r\n0\r\n\n",
                "0\r\nX: y\n\r\n"
            })
    void areCrLfInAChunkedBodyWhateverTheHeadHas(String body) {
        String fields = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThat(Fed.responseState(fields + body)).isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(fields.replace("\r", "") + body)).isEqualTo("UNKNOWN");
        assertThat(Fed.responseState(fields.replace("\r", "") + "1\r\na\r\n0\r\nX: y\r\n\r\n"))
                .startsWith("END");
    }
}
