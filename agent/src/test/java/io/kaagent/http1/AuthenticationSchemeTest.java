package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationSchemeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NTLM",
                "ntlm TlRMTVNTUAAB",
                "Negotiate YIIC",
                "NEGOTIATE",
                "Kerberos x",
                "Basic realm=\"a, b\", Negotiate",
                "Digest a=b,\t NTLM",
            })
    void isTheConnectionsOwn(String value) {
        assertThat(Fed.requestOf("GET / HTTP/1.1\r\nAuthorization: " + value + "\r\n\r\n")
                        .isBoundToUser())
                .isTrue();
        assertThat(Fed.requestOf("GET / HTTP/1.1\r\nProxy-Authorization: " + value + "\r\n\r\n")
                        .isBoundToUser())
                .isTrue();
        assertThat(Fed.responseOf(
                                "HTTP/1.1 401 X\r\nWWW-Authenticate: " + value + "\r\nWWW-Authenticate: Basic\r\n\r\n")
                        .isBoundToUser())
                .isTrue();
        assertThat(Fed.responseOf("HTTP/1.1 407 X\r\nProxy-Authenticate:" + value + "\r\n\r\n")
                        .isBoundToUser())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic TlRMTQ==", "Digest realm=\"NTLM\"", "Bearer ntlm", "NTL"})
    void isTheRequestsOwn(String value) {
        assertThat(Fed.requestOf("GET / HTTP/1.1\r\nAuthorization: " + value + "\r\nX: NTLM\r\n\r\n")
                        .isBoundToUser())
                .isFalse();
        assertThat(Fed.responseOf("HTTP/1.1 401 X\r\nWWW-Authenticate: " + value + "\r\nX: NTLM\r\n\r\n")
                        .isBoundToUser())
                .isFalse();
    }
}
