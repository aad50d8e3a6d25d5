package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rule 14: either side says close")
class ConnectionOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 |                                        | false",
                "HTTP/1.2 |                                        | false",
                "HTTP/1.0 |                                        | true",
                "HTTP/1.1 | Connection: close                      | true",
                "HTTP/1.1 | connection:CLOSE                       | true",
                "HTTP/1.0 | Connection: close                      | true",
                "HTTP/1.1 | Connection: keep-alive                 | false",
                "HTTP/1.0 | Connection: Keep-Alive                 | false",
                "HTTP/1.0 | Connection: x , keep-alive,,           | false",
                "HTTP/1.0 | Connection: x                          | true",
                "HTTP/1.1 | Connection: x                          | false",
                "HTTP/1.1 | Connection: keep-alive, close          | true",
                "HTTP/1.0 | Connection: close, keep-alive          | true",
                "HTTP/1.1 | Connection: keep-alive;Connection: close | true",
                "HTTP/1.1 | Connection: closed                     | false",
                "HTTP/1.1 | Connection: xclose                     | false",
                "HTTP/1.1 | Connection: close/x                    | true",
                "HTTP/1.1 | Connection: \"close\"                  | true",
                "HTTP/1.1 | Connection: close x                    | true",
                "HTTP/1.1 | Connection:                            | false",
            })
    void endTheConnectionOrNot(String version, String field, boolean close) {
        String fields = field == null ? "" : field.replace(";", "\r\n") + "\r\n";
        assertThat(Fed.requestOf("GET / " + version + "\r\n" + fields + "\r\n").wantsClose())
                .isEqualTo(close);
        assertThat(Fed.responseOf(version + " 204 X\r\n" + fields + "\r\n").willClose())
                .isEqualTo(close);
    }

    @Test
    void areToldFromWhatTheServerDoesNotSay() {
        assertThat(Fed.responseOf("HTTP/1.1 204 X\r\nConnection: x, Close\r\n\r\n")
                        .saysClose())
                .isTrue();
        assertThat(Fed.responseOf("HTTP/1.0 204 X\r\n\r\n").saysClose()).isFalse();
    }

    @Test
    void areBelievedOfAProxyWhereItSaysClose() {
        assertThat(Fed.responseOf("HTTP/1.1 204 X\r\nProxy-Connection: close\r\n\r\n")
                        .willClose())
                .isTrue();
        assertThat(Fed.responseOf("HTTP/1.0 204 X\r\nProxy-Connection: keep-alive\r\n\r\n")
                        .willClose())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1        | Connection: close                     | true",
                "GET / HTTP/1.1        | CONNECTION:\t Close                   | true",
                "POST / HTTP/1.1       | Connection: close;Content-Length: 0   | true",
                "GET / HTTP/1.0        | Connection: close                     | true",
                "GET / HTTP/1.0        | Host: x                               | true",
                "OPTIONS * HTTP/1.0    | Host: x                               | true",
                "GET http://x HTTP/1.1 | Connection: close                     | true",
                "GET http://x HTTP/1.0 | Connection: close                     | false",
                "GET x HTTP/1.0        | Host: x                               | false",
                "GET / HTTP/1.1        | Host: x                               | false",
                "GET / HTTP/1.0        | Connection: keep-alive                | false",
                "GET / HTTP/1.1        | Connection: close, x                  | false",
                "GET / HTTP/1.1        | Connection: close,                    | false",
                "GET / HTTP/1.1        | Connection: close, close              | false",
                "GET / HTTP/1.1        | Connection: close;Connection: close   | false",
                "GET / HTTP/1.0        | Connection: x                         | false",
                "GET / HTTP/1.0        | Connection:                           | false",
                "GET / HTTP/1.1        | Connection: close;Upgrade: x          | false",
                "GET / HTTP/1.1        | Connection: close;Proxy-Connection: x | false",
                "GET / HTTP/1.1        | Connection: close;A: b; c             | false",
            })
    void canBeTakenBackFromARequest(String line, String fields, boolean can) {
        assertThat(Fed.requestOf(line + "\r\n" + fields.replace(";", "\r\n") + "\r\n\r\n")
                        .canBeKeptAlive())
                .isEqualTo(can);
    }

    @Test
    void askForAnUpgrade() {
        assertThat(Fed.requestOf("GET / HTTP/1.1\r\nConnection: a, upgrade\r\n\r\n")
                        .asksUpgrade())
                .isTrue();
        assertThat(Fed.requestOf("GET / HTTP/1.1\r\nUpgrade: x\r\n\r\n").asksUpgrade())
                .isTrue();
        assertThat(Fed.requestOf("GET / HTTP/1.1\r\nConnection: upgraded\r\n\r\n")
                        .asksUpgrade())
                .isFalse();
    }

    @Test
    void areNotTheExpectation() {
        assertThat(Fed.requestOf("PUT / HTTP/1.1\r\nExpect: 100-Continue\r\n\r\n")
                        .expectsContinue())
                .isTrue();
        assertThat(Fed.requestOf("PUT / HTTP/1.1\r\nExpect: x\r\n\r\n").expectsContinue())
                .isFalse();
    }
}
