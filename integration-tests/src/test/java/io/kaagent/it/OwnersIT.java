package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.Test;

/** Connections that belong to somebody. */
class OwnersIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Test
    void twoSocketFactoriesThatTrustDifferentlyDoNotShare() {
        try (Site site = ServerJvm.https()) {
            assertAlternatingWithoutSharing(
                    Ask.of(site, "body=10").with("factory", "one"),
                    Ask.of(site, "body=10").with("factory", "new trusting right"));
        }
    }

    @Test
    void twoAuthenticatorsDoNotShare() {
        assumeTrue(jdk.isAtLeast(9), "setAuthenticator is of JDK 9");
        try (Site site = ServerJvm.site()) {
            assertAlternatingWithoutSharing(
                    Ask.of(site, "body=10").with("authenticator", "one"),
                    Ask.of(site, "body=10").with("authenticator", "other"));
        }
    }

    @Test
    void aConnectionWithNtlmCredentialsIsNeverShared() {
        neverShared("NTLM TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKADk4AAAADw==");
    }

    @Test
    void aConnectionWithNegotiateCredentialsIsNeverShared() {
        neverShared("Negotiate YIIFLgYGKwYBBQUCoIIFIjCC");
    }

    @Test
    void aConnectionThatDidTheNtlmHandshakeIsNeverShared() {
        try (Site site = ServerJvm.site();
                ClientJvm own = AgentJvm.on(jdk).agent().client()) {
            own.tell(new Message("authenticate").with("user", "somebody"));
            Outcome authenticated = own.exchange(Ask.of(site, "auth=ntlm&body=10"));
            assertThat(authenticated.right()).as("%s", authenticated).isTrue();
            Outcome anonymous = own.exchange(Ask.of(site, "body=10"));
            assertThat(anonymous.right()).as("%s", anonymous).isTrue();
            assertThat(anonymous.connection()).isNotEqualTo(authenticated.connection());
        }
    }

    private void neverShared(String credentials) {
        try (Site site = ServerJvm.site()) {
            Ask owned = Ask.of(site, "body=10").with("header", "Authorization: " + credentials);
            assertThat(client.exchange(owned).connection()).isEqualTo(1);
            assertThat(client.exchange(Ask.of(site, "body=10")).connection()).isEqualTo(2);
            assertThat(client.exchange(owned).connection()).isNotEqualTo(1);
        }
    }

    private void assertAlternatingWithoutSharing(Ask one, Ask other) {
        for (int i = 0; i < 3; i++) {
            assertThat(client.exchange(one).connection()).isEqualTo(1);
            assertThat(client.exchange(other).connection()).isEqualTo(2);
        }
    }
}
