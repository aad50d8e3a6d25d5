package io.kaagent.tcp;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Rule 28: what is set on the socket of the operating system right after connecting: {@code SO_KEEPALIVE}, {@code TCP_KEEPIDLE},
 * {@code TCP_KEEPINTVL}, {@code TCP_KEEPCNT}, and {@code TCP_NODELAY}. Immutable.
 *
 * <p>Where the JDK or the platform lacks an option the rest is set all the same, and it is said once ({@link Refusals}).
 */
public final class TcpOptions {
    /** Sets nothing. */
    public static final TcpOptions NONE = without(false);

    private final boolean keepAlive;
    private final boolean always;
    private final Integer idleSeconds;
    private final Integer intervalSeconds;
    private final Integer count;
    private final boolean noDelay;

    private TcpOptions(
            boolean keepAlive,
            boolean always,
            Integer idleSeconds,
            Integer intervalSeconds,
            int count,
            boolean noDelay) {
        this.keepAlive = keepAlive;
        this.always = always;
        this.idleSeconds = idleSeconds;
        this.intervalSeconds = intervalSeconds;
        this.count = count;
        this.noDelay = noDelay;
    }

    /**
     * @param idleMillis silence before the first probe, in milliseconds; the kernel counts in seconds, below one it is one
     * @param intervalMillis time between two probes, in milliseconds, likewise
     * @param count probes without an answer after which the connection is dead, at least 1
     */
    public static TcpOptions keepAlive(int idleMillis, int intervalMillis, int count, boolean noDelay) {
        return new TcpOptions(true, false, seconds(idleMillis), seconds(intervalMillis), count, noDelay);
    }

    /** The same connection without keepalive probes. */
    public static TcpOptions noKeepAlive(boolean noDelay) {
        return noDelay ? without(true) : NONE;
    }

    /** The same for sockets that are to be probed whatever they are used for. */
    public TcpOptions always() {
        return new TcpOptions(keepAlive, true, idleSeconds, intervalSeconds, count, noDelay);
    }

    /** Sets them on a connected socket; for a TLS socket, on the plain socket below. Never throws. */
    public void applyTo(final Socket socket, final Refusals refusals) {
        if (this == NONE) {
            return;
        }
        AccessController.doPrivileged(new PrivilegedAction<Void>() {
            @Override
            public Void run() {
                set(new OfSocket(OsSocket.below(socket)), refusals);
                return null;
            }
        });
    }

    /** Sets them on a connection that has no {@code Socket}. Never throws. */
    public void applyTo(final Target target, final Refusals refusals) {
        if (this == NONE) {
            return;
        }
        AccessController.doPrivileged(new PrivilegedAction<Void>() {
            @Override
            public Void run() {
                set(target, refusals);
                return null;
            }
        });
    }

    /** Whether the socket, if it is probed, shall be for the time being. Never throws. */
    public void probe(final Socket socket, final boolean now) {
        if (!keepAlive || always || socket == null) {
            return;
        }
        AccessController.doPrivileged(new PrivilegedAction<Void>() {
            @Override
            public Void run() {
                try {
                    OsSocket.below(socket).setKeepAlive(now);
                } catch (IOException e) {
                    return null; // closed meanwhile: nothing is left that could be probed
                }
                return null;
            }
        });
    }

    /** Whether TCP_NODELAY is among them. */
    public boolean noDelay() {
        return noDelay;
    }

    /** Whether SO_KEEPALIVE is among them. */
    public boolean keepAlive() {
        return keepAlive;
    }

    private void set(Target target, Refusals refusals) {
        if (noDelay) {
            try {
                target.setTcpNoDelay();
            } catch (IOException e) {
                refusals.refused("TCP_NODELAY", e);
            }
        }
        if (keepAlive) {
            try {
                target.setKeepAlive();
            } catch (IOException e) {
                refusals.refused("SO_KEEPALIVE", e);
            }
            ExtendedOption.TCP_KEEPIDLE.set(target, idleSeconds, refusals);
            ExtendedOption.TCP_KEEPINTVL.set(target, intervalSeconds, refusals);
            ExtendedOption.TCP_KEEPCNT.set(target, count, refusals);
        }
    }

    private static TcpOptions without(boolean noDelay) {
        return new TcpOptions(false, false, null, null, 0, noDelay);
    }

    /** Node loses a value below one second; here it is rounded up to one. */
    private static Integer seconds(int millis) {
        return Math.max(1, millis / 1000);
    }

    /** On what they are set. */
    public interface Target {
        /** Switches {@code TCP_NODELAY} on. */
        void setTcpNoDelay() throws IOException;

        /** Switches {@code SO_KEEPALIVE} on. */
        void setKeepAlive() throws IOException;

        /**
         * Sets an option that has no number.
         *
         * @throws UnsupportedOperationException if the platform has none such
         */
        void set(SocketOption<Integer> option, Integer value) throws IOException;
    }

    private static final class OfSocket implements Target {
        private final Socket socket;

        OfSocket(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void setTcpNoDelay() throws IOException {
            socket.setTcpNoDelay(true);
        }

        @Override
        public void setKeepAlive() throws IOException {
            socket.setKeepAlive(true);
        }

        @Override
        public void set(SocketOption<Integer> option, Integer value) throws IOException {
            ExtendedOption.set(socket, option, value);
        }
    }

    /** Told of an option that the JDK or the platform does not take. */
    public interface Refusals {
        /** @param why the exception, or null where this JDK has no such option */
        void refused(String option, Exception why);
    }
}
