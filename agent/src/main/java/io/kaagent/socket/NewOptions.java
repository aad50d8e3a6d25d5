package io.kaagent.socket;

import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;

/** The options of a socket that nobody has set any of. Immutable. */
final class NewOptions {
    private static final int[] OPTIONS = {
        SocketOptions.SO_RCVBUF,
        SocketOptions.SO_SNDBUF,
        SocketOptions.SO_LINGER,
        SocketOptions.IP_TOS,
        SocketOptions.SO_OOBINLINE,
        SocketOptions.SO_REUSEADDR,
        SocketOptions.SO_TIMEOUT,
        SocketOptions.SO_KEEPALIVE,
        SocketOptions.TCP_NODELAY
    };

    private final Object[] values = new Object[OPTIONS.length];

    /** @param fresh created, and nothing else */
    NewOptions(SocketImpl fresh) throws SocketException {
        for (int i = 0; i < OPTIONS.length; i++) {
            values[i] = fresh.getOption(OPTIONS[i]);
        }
    }

    /**
     * What a new socket has.
     *
     * @param option one that connections carry from owner to owner
     */
    Object get(int option) {
        for (int i = 0; i < OPTIONS.length; i++) {
            if (OPTIONS[i] == option) {
                return values[i];
            }
        }
        throw new IllegalArgumentException("no option " + option);
    }
}
