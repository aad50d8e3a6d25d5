package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Hint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rule 22: the server's hint")
class KeepAliveHintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout=5                    |  5 |  -1",
                "timeout=5, max=100           |  5 | 100",
                "max=100,timeout=5            |  5 | 100",
                "TIMEOUT=5,Max=100            |  5 | 100",
                "x=y, a, ,timeout = 5 , b=c   |  5 |  -1",
                "timeout=\"5\"                |  5 |  -1",
                "timeout=5; max=7             |  5 |   7",
                "timeout=5s                   |  5 |  -1",
                "timeout=0                    |  0 |  -1",
                "timeout=99999999999999999999 | 2147483647 | -1",
                "timeout=5, timeout=9         |  5 |  -1",
                "timeout=x, timeout=9         | -1 |  -1",
                "''                           | -1 |  -1",
                "=,,;=5                       | -1 |  -1",
                "timeout                      | -1 |  -1",
                "timeout=                     | -1 |  -1",
                "timeout=-5                   | -1 |  -1",
                "timeout==5                   | -1 |  -1",
                "timeout=\"                   | -1 |  -1",
                "xtimeout=5, timeoutx=5       | -1 |  -1",
            })
    void isReadAsThePoolReadsIt(String value, long timeout, long max) {
        ResponseFraming framing = Fed.responseOf("HTTP/1.1 204 X\r\nKeep-Alive: " + value + "\r\n\r\n");
        assertThat(framing.keepAliveTimeout()).isEqualTo(timeout);
        assertThat(framing.keepAliveMax()).isEqualTo(max);
        assertThat(Hint.of(timeout, max)).usingRecursiveComparison().isEqualTo(Hint.parse(value));
    }

    @Test
    void isTheLeastOfSeveral() {
        ResponseFraming framing = Fed.responseOf("HTTP/1.1 204 X\r\nKeep-Alive: max=5\r\n"
                + "Keep-Alive: timeout=9, max=3\r\nKeep-Alive: timeout=7\r\nKeep-Alive: timeout=8\r\n\r\n");
        assertThat(framing.keepAliveTimeout()).isEqualTo(7);
        assertThat(framing.keepAliveMax()).isEqualTo(3);
    }

    @Test
    void isForgottenWithTheNextAnswer() {
        assertThat(Fed.responseOf("HTTP/1.1 204 X\r\nKeep-Alive: timeout=5\r\n\r\nHTTP/1.1 204 X\r\n\r\n")
                        .state())
                .isEqualTo(ResponseFraming.UNKNOWN);
        ResponseFraming framing = Fed.responseOf("HTTP/1.1 204 X\r\nKeep-Alive: timeout=5\r\n\r\n");
        framing.begin(false);
        assertThat(framing.keepAliveTimeout()).isEqualTo(-1);
    }
}
