package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundToUserTest {
    @ParameterizedTest
    @ValueSource(strings = {"NTLM TlRMTVNTUAAB", "ntlm x", " Negotiate YII=", "negotiate", "Kerberos YII=", "\tNTLM x"})
    void knowsSchemesThatAuthenticateTheConnection(String credentials) {
        assertThat(BoundToUser.isBound(credentials)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic TlRMTTp4", "Digest username=\"NTLM\"", "Bearer NTLM", "", "NTL"})
    void leavesAloneWhatAuthenticatesTheRequest(String credentials) {
        assertThat(BoundToUser.isBound(credentials)).isFalse();
    }

    @Test
    void looksAtBothHeadersOfARequest() {
        assertThat(BoundToUser.isBound(JdkHeaders.of("Authorization", "NTLM x")))
                .isTrue();
        assertThat(BoundToUser.isBound(JdkHeaders.of("proxy-authorization", "Negotiate x")))
                .isTrue();
        assertThat(BoundToUser.isBound(JdkHeaders.of("Authorization", "Basic x")))
                .isFalse();
        assertThat(BoundToUser.isBound(JdkHeaders.of("WWW-Authenticate", "NTLM")))
                .isFalse();
        assertThat(BoundToUser.isBound(JdkHeaders.of())).isFalse();
    }
}
