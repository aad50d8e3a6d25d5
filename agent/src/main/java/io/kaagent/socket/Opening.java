package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Name;
import io.kaagent.pool.Reason;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketImpl;

/**
 * How a raw socket comes by its connection. Where nobody has spoken HTTP yet, it connects as without the agent: a limit or a queue of
 * the pool must not hold up a protocol that is none of its business.
 *
 * <p>Threading: the thread that connects. Only {@link #take} may wait, on the application's thread, in {@code Socket.connect}.
 */
final class Opening {
    private final RawPool home;
    private final OriginOptions options;
    private final OriginMemory memory;
    private final Made made;
    private final InetSocketAddress address;
    private final int timeout;
    private final boolean usual;
    private volatile Name name;

    /**
     * @param made what the application's socket came with
     * @param settings those of its TLS connection, as far as can be foreseen; null for none
     */
    Opening(
            RawPool home,
            OriginMemory memory,
            OriginOptions options,
            Made made,
            InetSocketAddress address,
            int timeout,
            TlsSettings settings)
            throws IOException {
        this.home = home;
        this.options = options;
        this.memory = memory;
        this.made = made;
        this.address = address;
        this.timeout = timeout;
        this.name = RawName.of(memory.origin(), address, made, settings);
        this.usual = made.isUntouched() || home.namedOptions().areUsual(made.impl());
    }

    /** Whether its connection may be shared, as far as its options go. */
    boolean isUsual() {
        return usual;
    }

    Name name() {
        return name;
    }

    /** What its TLS connection is made with in the end. */
    void settle(TlsSettings settings) {
        name = RawName.with(name, settings);
    }

    /** Rules 7-13. Null: connect without the pool. */
    Connection take() throws IOException {
        if (!memory.speaksHttp() && options.protocol() != Protocol.OPAQUE) {
            return null;
        }
        long atMost = timeout > 0 ? timeout : options.acquireTimeoutMillis();
        try {
            return home.waiting().take(name, !usual || !memory.allowsReuse(), atMost);
        } catch (RuntimeException e) {
            home.settings().defect("taking a connection", e);
            return null;
        }
    }

    /** Rules 7 and 8, for one who has a connection that will not do. Null if none is free. */
    Connection takeFree() {
        try {
            return usual && memory.speaksHttp() && memory.allowsReuse()
                    ? home.pool().takeFree(name)
                    : null;
        } catch (RuntimeException e) {
            home.settings().defect("taking a connection", e);
            return null;
        }
    }

    /**
     * A free connection, with the options of the socket it is for.
     *
     * @throws IOException if it does not take them: it has ended
     */
    RawConnection reuse(Connection taken) throws IOException {
        RawConnection used = (RawConnection) taken.resource();
        used.options.takeFrom(made);
        // JDK 8 to 12: it would keep its socket reachable, and we have it
        home.calls().setSocket(made.impl(), home.nobody());
        return used;
    }

    /** It will not do. */
    void drop(Connection taken) {
        ((RawConnection) taken.resource()).close();
        home.pool().gone(taken, Reason.NOT_REUSABLE);
    }

    /**
     * A connection of its own.
     *
     * @param taken the slot reserved for it; null for none
     */
    RawConnection open(Connection taken) throws IOException {
        RawConnection opened = null;
        try {
            opened = connect();
        } finally {
            if (opened == null && taken != null) {
                home.pool().connectFailed(taken);
            }
        }
        if (taken != null) {
            home.pool().opened(taken, opened);
        }
        return opened;
    }

    /** What the platform does, on the impl that the application's socket came with. */
    RawConnection connect() throws IOException {
        SocketImpl impl = made.created();
        long began = home.nanos();
        home.calls().connect(impl, address, timeout);
        long nanos = home.nanos() - began;
        home.calls().setSocket(impl, home.nobody());
        return new RawConnection(home, memory, impl, nanos);
    }
}
