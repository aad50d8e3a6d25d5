package io.kaagent.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import javax.net.ssl.HostnameVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5. */
class ConnectionNameTest {
    private static final Origin ORIGIN = new Origin("https", "host", 443);

    @ParameterizedTest
    @CsvSource({
        "http://host/a?b, http://host:80",
        "https://host, https://host:443",
        "http://host:8080/, http://host:8080",
        "https://host:80/, https://host:80",
        "HTTP://Host.EXAMPLE/, http://host.example:80",
        "HTTPS://HOST/, https://host:443",
        "http://user:secret@host/, http://host:80",
        "http://127.0.0.1/, http://127.0.0.1:80",
        "http://[::1]:81/, http://[::1]:81"
    })
    void theOriginIsSchemeHostAndPort(String url, String origin) throws IOException {
        assertThat(ConnectionName.origin(new URL(url))).hasToString(origin);
    }

    @Test
    void theHostsCaseIsNotThatOfTheUsersLanguage() throws IOException {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(new java.util.Locale("tr"));
        try {
            assertThat(ConnectionName.origin(new URL("HTTP://HOST.WITH.I/"))).hasToString("http://host.with.i:80");
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "file:/tmp/x", "jar:file:/tmp/x.jar!/y", "http:///path"})
    void whatIsNotHttpOrHasNoHostHasNone(String url) throws IOException {
        assertThat(ConnectionName.origin(new URL(url))).isNull();
    }

    @Test
    void directAndNoProxyAreTheSame() {
        same(through(null), through(Proxy.NO_PROXY));
    }

    @Test
    void equalProxiesAreTheSameAndOthersAreNot() {
        same(through(proxy(3128)), through(proxy(3128)));
        different(through(proxy(3128)), through(proxy(3129)));
        different(through(proxy(3128)), through(null));
        different(through(proxy(3128)), through(new Proxy(Proxy.Type.SOCKS, address(3128))));
    }

    /** A {@code ProxySelector} may make one anew each time. */
    @Test
    void aProxyOfTheApplicationsOwnClassIsAsGoodAsAnotherAndNotHeld() {
        same(through(new OwnProxy(3128)), through(new OwnProxy(3128)));
        different(through(new OwnProxy(3128)), through(new OwnProxy(3129)));
        Proxy own = new OwnProxy(3128);
        WeakReference<Proxy> dropped = new WeakReference<>(own);
        Name name = through(own);
        own = null;
        while (dropped.get() != null) {
            System.gc();
        }
        same(name, through(proxy(3128)));
    }

    @Test
    void factoriesOfWhichNothingIsKnownAreComparedByIdentity() {
        same(factory(this), factory(this));
        different(factory(new AlwaysEqual()), factory(new AlwaysEqual()));
        different(factory(this), factory(null));
    }

    @Test
    void authenticatorsAreComparedByEquals() {
        same(authenticator(new String("key")), authenticator("key"));
        different(authenticator("key"), authenticator("other key"));
        different(authenticator("key"), authenticator(null));
    }

    @Test
    void verifiersAreComparedByWhatTheyAre() {
        same(verifier(accepting("a")), verifier(accepting("a")));
        different(verifier(accepting("a")), verifier(accepting("b")));
        different(verifier(accepting("a")), verifier(null));
    }

    @Test
    void otherOriginsAreDifferent() {
        different(
                ConnectionName.of(ORIGIN, null, null, null, null),
                ConnectionName.of(new Origin("https", "host", 444), null, null, null, null));
    }

    private static void same(Name one, Name other) {
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    private static void different(Name one, Name other) {
        assertThat(one).isNotEqualTo(other);
        assertThat(other).isNotEqualTo(one);
    }

    private static Name through(Proxy proxy) {
        return ConnectionName.of(ORIGIN, proxy, null, null, null);
    }

    private static Name authenticator(Object key) {
        return ConnectionName.of(ORIGIN, null, key, null, null);
    }

    private static Name factory(Object factory) {
        return ConnectionName.of(ORIGIN, null, null, Handshake.with(factory, true), null);
    }

    private static Name verifier(Object verifier) {
        return ConnectionName.of(ORIGIN, null, null, null, verifier);
    }

    private static HostnameVerifier accepting(String name) {
        return (host, session) -> host.equals(name);
    }

    private static Proxy proxy(int port) {
        return new Proxy(Proxy.Type.HTTP, address(port));
    }

    private static InetSocketAddress address(int port) {
        return InetSocketAddress.createUnresolved("proxy", port);
    }

    private static final class AlwaysEqual {
        int state;

        @Override
        public boolean equals(Object other) {
            return other instanceof AlwaysEqual;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class OwnProxy extends Proxy {
        OwnProxy(int port) {
            super(Type.HTTP, ConnectionNameTest.address(port));
        }
    }
}
