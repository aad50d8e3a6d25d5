package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    private final SSLContext context = context();

    @Test
    void thereIsNoneWithoutTls() {
        assertThat(Handshake.with(null, true)).isNull();
    }

    @Test
    void twoFactoriesOfOneContextMakeTheSameUnlessTheUserIsStrict() {
        assertThat(proved()).isEqualTo(proved()).hasSameHashCodeAs(proved());
        assertThat(strict(context.getSocketFactory())).isNotEqualTo(strict(context.getSocketFactory()));
        SSLSocketFactory factory = context.getSocketFactory();
        assertThat(strict(factory)).isEqualTo(strict(factory)).hasSameHashCodeAs(strict(factory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https.protocols", "https.cipherSuites"})
    void whatTheJdkReadsAtEachHandshakeCounts(String property) {
        Handshake before = proved();
        System.setProperty(property, "something");
        try {
            assertThat(proved()).isNotEqualTo(before);
            assertThat(before.isUnchanged()).isFalse();
        } finally {
            System.clearProperty(property);
        }
        assertThat(proved()).isEqualTo(before);
        assertThat(before.isUnchanged()).isTrue();
    }

    @Test
    void isAnotherOnceTheContextWasInitialisedAnew() throws GeneralSecurityException {
        Handshake before = proved();
        context.init(null, new TrustManager[0], null);
        assertThat(before.isUnchanged()).isFalse();
    }

    private Handshake proved() {
        return Handshake.with(context.getSocketFactory(), true);
    }

    private static Handshake strict(SSLSocketFactory factory) {
        return Handshake.with(factory, false);
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
