package io.kaagent.url;

import io.kaagent.tls.FactoryIdentity;
import java.lang.ref.WeakReference;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * What decides how the JDK's client makes a TLS connection, but for the verifier: its socket factory, and the two system properties
 * that it reads at each handshake. Taken when the connection is named; the handshake comes later. Keeps the factory no longer than the JDK
 * does, since that may refer to what it has connected.
 */
final class Handshake {
    private final WeakReference<Object> factory;
    private final boolean proved;
    private final FactoryIdentity identity;
    private final String protocols;
    private final String cipherSuites;

    private Handshake(Object factory, boolean proved) {
        this.factory = new WeakReference<Object>(factory);
        this.proved = proved;
        this.identity = proved ? FactoryIdentity.proved(factory) : FactoryIdentity.strict(factory);
        this.protocols = proved ? property("https.protocols") : null;
        this.cipherSuites = proved ? property("https.cipherSuites") : null;
    }

    /**
     * As it would be made now.
     *
     * @param factory null for a connection without TLS, which has none
     * @param proved whether factories that are proved to be the same are; otherwise only the same object is
     */
    static Handshake with(Object factory, boolean proved) {
        return factory == null ? null : new Handshake(factory, proved);
    }

    /** Whether it would be made in the same way still: a context may have been initialised anew in the meantime. */
    boolean isUnchanged() {
        return equals(with(factory.get(), proved));
    }

    /** Whether it may be shared among factories. */
    boolean isProved() {
        return proved;
    }

    /** Whether nobody but the JDK has had its sockets in hand. */
    boolean isOfTheJdk() {
        Object maker = factory.get();
        return maker != null && maker.getClass().getClassLoader() == null;
    }

    FactoryIdentity identity() {
        return identity;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Handshake)) {
            return false;
        }
        Handshake that = (Handshake) other;
        return identity.equals(that.identity)
                && equal(protocols, that.protocols)
                && equal(cipherSuites, that.cipherSuites);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    private static boolean equal(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static String property(final String key) {
        return AccessController.doPrivileged(new PrivilegedAction<String>() {
            @Override
            public String run() {
                return System.getProperty(key);
            }
        });
    }
}
