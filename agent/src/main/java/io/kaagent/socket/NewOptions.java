package io.kaagent.socket;

import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOptions;

/**
 * The options of a socket that nobody has set any of, and which sockets these are: those that {@code new Socket(host, port)} connects
 * by itself, and those that the platform has not even created yet when they are to connect. The first tells of all.
 *
 * <p>Threading: any thread; a value that is looked up twice is the same.
 */
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

    /** Where a constructor of Socket means to connect to. That object is its own: nobody else can connect to it. */
    private final ThreadLocal<Object> constructing = new ThreadLocal<Object>();

    private final Object[] values = new Object[OPTIONS.length];

    /** A socket is about to be made that will be connected before its maker sees it. */
    void constructing(Object address) {
        constructing.set(address);
    }

    /** A socket is about to connect: whether this is the one, on this thread. Once. */
    boolean isConstructing(Object address) {
        boolean same = constructing.get() == address;
        constructing.remove();
        return same;
    }

    /**
     * What a new socket has.
     *
     * @param fresh the impl of one
     */
    Object of(SocketImpl fresh, int option) throws SocketException {
        for (int i = 0; i < OPTIONS.length; i++) {
            if (OPTIONS[i] == option) {
                if (values[i] == null) {
                    values[i] = fresh.getOption(option);
                }
                return values[i];
            }
        }
        return fresh.getOption(option);
    }
}
