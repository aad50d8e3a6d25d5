package io.kaagent.observe;

import java.net.InetAddress;

/**
 * Rule 5: what makes two connections to one origin interchangeable. Clients of the JDK ask for a name, raw sockets for an address.
 * The proxy, authenticator and verifier of a client are not known here. Refers to nothing of the application's: it is remembered longer
 * than that may live.
 */
final class Identity {
    private final boolean ofJdk;
    private final InetAddress address;
    private final long tls;

    /**
     * @param ofJdk whether it is one of a client of the JDK
     * @param address null for a client of the JDK, and where somebody else looks it up
     * @param tls a fingerprint of what its TLS is made with; 0 without TLS
     */
    Identity(boolean ofJdk, InetAddress address, long tls) {
        this.ofJdk = ofJdk;
        this.address = address;
        this.tls = tls;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Identity)) {
            return false;
        }
        Identity that = (Identity) other;
        return ofJdk == that.ofJdk
                && tls == that.tls
                && (address == null ? that.address == null : address.equals(that.address));
    }

    @Override
    public int hashCode() {
        return (ofJdk ? 1 : 0) + 31 * ((address == null ? 0 : address.hashCode()) + 31 * (int) tls);
    }
}
