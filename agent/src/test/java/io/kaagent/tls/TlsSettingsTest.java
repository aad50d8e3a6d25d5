package io.kaagent.tls;

import static io.kaagent.tls.Material.ANCHORS;
import static io.kaagent.tls.Material.context;
import static io.kaagent.tls.Material.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.lang.ref.WeakReference;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsSettingsTest {
    private static final SSLContext CONTEXT = context("TLS", null, trusting(ANCHORS[0]));

    @Test
    void areTheSameForTwoSocketsOfOneContext() throws Exception {
        assertThat(of(socket(CONTEXT))).isEqualTo(of(socket(CONTEXT))).hasSameHashCodeAs(of(socket(CONTEXT)));
    }

    @Test
    void areTheSameForContextsThatMeanTheSame() throws Exception {
        SSLSocket other = socket(context("TLS", null, trusting(ANCHORS[0])));
        assertThat(of(other)).isEqualTo(of(socket(CONTEXT)));
        assertThat(TlsSettings.of(other, false, null)).isNotEqualTo(TlsSettings.of(socket(CONTEXT), false, null));
    }

    @Test
    void differWithTheTrustOfTheirContexts() throws Exception {
        assertThat(of(socket(context("TLS", null, trusting(ANCHORS[1]))))).isNotEqualTo(of(socket(CONTEXT)));
    }

    @Test
    void areWhatTheyWereWhenTheyWereTaken() throws Exception {
        SSLSocket socket = socket(CONTEXT);
        TlsSettings before = of(socket);
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        assertThat(of(socket)).isNotEqualTo(before);
        assertThat(of(socket(CONTEXT))).isEqualTo(before);
    }

    /** Of lists that are equal each has its own, and the last one seen is no matter. */
    @Test
    void areTheSameForTwoSocketsThatHaveTheSameEnabled() throws Exception {
        SSLSocket one = socket(CONTEXT);
        SSLSocket other = socket(CONTEXT);
        one.setEnabledProtocols(new String[] {"TLSv1.2"});
        other.setEnabledProtocols(new String[] {"TLSv1.2"});
        TlsSettings before = of(one);
        assertThat(of(socket(CONTEXT))).isNotEqualTo(before);
        assertThat(of(other)).isEqualTo(before);
        other.setEnabledCipherSuites(new String[] {other.getEnabledCipherSuites()[0]});
        assertThat(of(other)).isNotEqualTo(before);
        assertThat(of(one)).isEqualTo(before);
    }

    @Test
    void haveTheFingerprintOfThoseThatAreTheSame() throws Exception {
        SSLSocket same = socket(context("TLS", null, trusting(ANCHORS[0])));
        assertThat(of(same).fingerprint()).isEqualTo(of(socket(CONTEXT)).fingerprint());
        same.setEnabledProtocols(new String[] {"TLSv1.2"});
        assertThat(of(same).fingerprint()).isNotEqualTo(of(socket(CONTEXT)).fingerprint());
        SSLSocket other = socket(context("TLS", null, trusting(ANCHORS[1])));
        assertThat(of(other).fingerprint()).isNotEqualTo(of(socket(CONTEXT)).fingerprint());
        assertThat(TlsSettings.of(socket(context("TLS", null, trusting(ANCHORS[0]))), false, null)
                        .fingerprint())
                .isNotEqualTo(TlsSettings.of(socket(CONTEXT), false, null).fingerprint());
    }

    @Test
    void aListenerDecidesNothing() throws Exception {
        SSLSocket heard = socket(CONTEXT);
        heard.addHandshakeCompletedListener(event -> {});
        assertThat(of(heard)).isEqualTo(of(socket(CONTEXT)));
    }

    /** A selector often refers to its socket, whose drop would never be found. */
    @Test
    void keepNothingThatTheApplicationHasSet() throws Exception {
        SSLSocket socket = socket(CONTEXT);
        BiFunction<SSLSocket, List<String>, String> selector = namedAs(socket);
        socket.setHandshakeApplicationProtocolSelector(selector.andThen(protocol -> protocol));
        TlsSettings settings = of(socket);
        assertThat(settings).isEqualTo(of(socket)).isNotEqualTo(of(socket(CONTEXT)));

        WeakReference<Object> kept = new WeakReference<>(socket);
        socket = null;
        selector = null;
        Await.until("the socket to be dropped", () -> {
            System.gc();
            return kept.get() == null;
        });
        SSLSocket other = socket(CONTEXT);
        other.setHandshakeApplicationProtocolSelector(namedAs(other));
        assertThat(settings).isEqualTo(settings).isNotEqualTo(of(other)).isNotEqualTo(of(socket(CONTEXT)));
    }

    private static BiFunction<SSLSocket, List<String>, String> namedAs(SSLSocket socket) {
        return (asking, offered) -> socket.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void differWith(String what, Consumer<SSLSocket> change) throws Exception {
        SSLSocket changed = socket(CONTEXT);
        SSLSocket again = socket(CONTEXT);
        change.accept(changed);
        change.accept(again);
        assertThat(of(changed)).as(what).isNotEqualTo(of(socket(CONTEXT)));
        assertThat(of(changed)).as("the same %s", what).isEqualTo(of(again));
    }

    static Stream<Arguments> changes() {
        AlgorithmConstraints constraints = new Permissive();
        BiFunction<SSLSocket, List<String>, String> selector = (socket, offered) -> "";
        return Stream.of(
                change("protocols", s -> s.setEnabledProtocols(new String[] {"TLSv1.3"})),
                change("cipher suites", s -> s.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"})),
                change("order of cipher suites", s -> s.setEnabledCipherSuites(reversed(s.getEnabledCipherSuites()))),
                change("client mode", s -> s.setUseClientMode(false)),
                change("client authentication", s -> s.setNeedClientAuth(true)),
                change("session creation", s -> s.setEnableSessionCreation(false)),
                change("selector", s -> s.setHandshakeApplicationProtocolSelector(selector)),
                parameter("endpoint identification", p -> p.setEndpointIdentificationAlgorithm("HTTPS")),
                parameter("server names", p -> p.setServerNames(List.of(new SNIHostName("a.example.com")))),
                parameter("no server names", p -> p.setServerNames(List.of())),
                parameter("matchers", p -> p.setSNIMatchers(List.of())),
                parameter("application protocols", p -> p.setApplicationProtocols(new String[] {"http/1.1"})),
                parameter("algorithm constraints", p -> p.setAlgorithmConstraints(constraints)),
                parameter("preference", p -> p.setUseCipherSuitesOrder(false)),
                parameter("packet size", p -> p.setMaximumPacketSize(1000)));
    }

    private static Arguments parameter(String what, Consumer<SSLParameters> change) {
        return change(what, socket -> {
            SSLParameters parameters = socket.getSSLParameters();
            change.accept(parameters);
            socket.setSSLParameters(parameters);
        });
    }

    private static Arguments change(String what, Consumer<SSLSocket> change) {
        return Arguments.of(what, change);
    }

    private static String[] reversed(String[] names) {
        String[] reversed = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            reversed[i] = names[names.length - 1 - i];
        }
        return reversed;
    }

    private static SSLSocket socket(SSLContext context) throws Exception {
        return (SSLSocket) context.getSocketFactory().createSocket();
    }

    private static TlsSettings of(SSLSocket socket) {
        return TlsSettings.of(socket, true, null);
    }

    private static final class Permissive implements AlgorithmConstraints {
        @Override
        public boolean permits(Set<CryptoPrimitive> uses, String algorithm, AlgorithmParameters parameters) {
            return true;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> uses, Key key) {
            return true;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> uses, String algorithm, Key key, AlgorithmParameters parameters) {
            return true;
        }
    }
}
