package io.kaagent.socket;

import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.tls.TlsSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketOptions;
import java.util.Locale;

/**
 * Rule 5 for raw sockets. To the origin as the caller named it comes the address it has resolved to, since it is the caller who
 * resolves: who asks for one of several addresses gets that one. And the buffer sizes, which can't be set back.
 */
final class RawName {
    private final InetAddress address;
    private final Object receiveBuffer;
    private final Object sendBuffer;
    private final TlsSettings settings;

    private RawName(InetAddress address, Object receiveBuffer, Object sendBuffer, TlsSettings settings) {
        this.address = address;
        this.receiveBuffer = receiveBuffer;
        this.sendBuffer = sendBuffer;
        this.settings = settings;
    }

    /** Asks no name service: an address given as such is its own name. */
    static Origin origin(InetSocketAddress address, boolean tls) {
        return new Origin(tls ? "https" : "http", address.getHostString().toLowerCase(Locale.ROOT), address.getPort());
    }

    /**
     * @param made with the buffers its owner wants, and not connected: then the kernel begins to tune them
     * @param settings what its TLS connection is made with; null for none
     */
    static Name of(Origin origin, InetSocketAddress address, Made made, TlsSettings settings) throws SocketException {
        return new Name(
                origin,
                new RawName(
                        address.getAddress(),
                        made.getOption(SocketOptions.SO_RCVBUF),
                        made.getOption(SocketOptions.SO_SNDBUF),
                        settings));
    }

    /** The same with other settings. */
    static Name with(Name name, TlsSettings settings) {
        RawName of = (RawName) name.identity();
        return new Name(name.origin(), new RawName(of.address, of.receiveBuffer, of.sendBuffer, settings));
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof RawName)) {
            return false;
        }
        RawName that = (RawName) other;
        return address.equals(that.address)
                && receiveBuffer.equals(that.receiveBuffer)
                && sendBuffer.equals(that.sendBuffer)
                && (settings == null ? that.settings == null : settings.equals(that.settings));
    }

    @Override
    public int hashCode() {
        int hash = 31 * (31 * address.hashCode() + receiveBuffer.hashCode()) + sendBuffer.hashCode();
        return settings == null ? hash : 31 * hash + settings.hashCode();
    }
}
