package io.kaagent.url;

import io.kaagent.jdk.SameObject;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketAddress;
import java.net.URL;
import java.util.Locale;

/**
 * Rule 5: what makes two connections of the JDK's client interchangeable. Origin as the caller named it, and with it everything
 * that decides trust and identity: proxy, authenticator, and for https the {@link Handshake} and the hostname verifier by {@link
 * VerifierIdentity}. The JDK leaves the verifier out, and hands a connection that a permissive verifier accepted to a strict
 * caller.
 */
final class ConnectionName {
    private ConnectionName() {}

    /** The origin of a URL; null unless it is http or https with a host. */
    static Origin origin(URL url) {
        String scheme = url.getProtocol();
        boolean https = "https".equalsIgnoreCase(scheme);
        if (!https && !"http".equalsIgnoreCase(scheme)) {
            return null;
        }
        String host = url.getHost();
        if (host == null || host.isEmpty()) {
            return null;
        }
        int port = url.getPort() != -1 ? url.getPort() : https ? 443 : 80;
        return new Origin(https ? "https" : "http", host.toLowerCase(Locale.ROOT), port);
    }

    /** @param handshake null for a connection without TLS */
    static Name of(Origin origin, Proxy proxy, Object authenticator, Handshake handshake, Object verifier) {
        return new Name(origin, new Identity(identity(proxy), authenticator, handshake, VerifierIdentity.of(verifier)));
    }

    /** Null for none. Equal ones are equal, as to the JDK; but no name holds an object of the application's, or runs its code. */
    private static Object identity(Proxy proxy) {
        if (proxy == null || proxy.type() == Proxy.Type.DIRECT) {
            return null;
        }
        SocketAddress address = proxy.address();
        if (address == null || address.getClass() != InetSocketAddress.class) {
            return SameObject.of(proxy);
        }
        return proxy.getClass() == Proxy.class ? proxy : new Proxy(proxy.type(), address);
    }

    private static final class Identity {
        private final Object proxy;
        private final Object authenticator;
        private final Handshake handshake;
        private final Object verifier;

        Identity(Object proxy, Object authenticator, Handshake handshake, Object verifier) {
            this.proxy = proxy;
            this.authenticator = authenticator;
            this.handshake = handshake;
            this.verifier = verifier;
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Identity)) {
                return false;
            }
            Identity that = (Identity) other;
            return equal(handshake, that.handshake)
                    && equal(verifier, that.verifier)
                    && equal(proxy, that.proxy)
                    && equal(authenticator, that.authenticator);
        }

        @Override
        public int hashCode() {
            int hash = handshake == null ? 0 : handshake.hashCode();
            hash = 31 * hash + (verifier == null ? 0 : verifier.hashCode());
            hash = 31 * hash + (proxy == null ? 0 : proxy.hashCode());
            return 31 * hash + (authenticator == null ? 0 : authenticator.hashCode());
        }

        private static boolean equal(Object one, Object other) {
            return one == other || one != null && one.equals(other);
        }
    }
}
