package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one owner does with a connection, from connecting to closing.
 *
 * <p>Threading: any thread. Reading holds one lock, writing another, as in the platform's own impl; neither is waited for to close.
 * Whoever closes while nobody reads or writes finds both free, and what stands in the framing is then certain.
 */
final class Session {
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final RawPool home;
    private final Origin origin;
    private final Talk talk;
    private final Link link;
    private final OwnersOptions options;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Departure departure;
    private volatile boolean closed;
    private byte[] oneRead;
    private byte[] oneWritten;

    /** @param made the impl that the application's socket came with */
    Session(RawPool home, Lease lease, Origin origin, OriginOptions options, SocketImpl made) {
        this.home = home;
        this.origin = origin;
        this.talk = new Talk(home.settings());
        this.link = new Link(home, talk, lease, origin, options, reading, made);
        this.options = new OwnersOptions(home, link, talk);
        this.outgoing = new Outgoing(link, talk);
        this.incoming = new Incoming(link, talk, new Source(link, talk, outgoing, writing));
        boolean opaque = options.protocol() == Protocol.OPAQUE;
        this.departure = new Departure(home, opaque, talk, link, outgoing, incoming, reading, writing);
        if (opaque) {
            talk.turnOpaque();
        }
    }

    Origin origin() {
        return origin;
    }

    void connect(InetSocketAddress address, int timeout) throws IOException {
        link.connect(address, timeout);
    }

    /** Whether the owner has a connection. */
    boolean isConnected() {
        return link.current() != null && !departure.isBack();
    }

    /** What the platform has for the socket; null before it is connected. */
    SocketImpl impl() {
        if (departure.isBack()) {
            return home.closedImpl();
        }
        RawConnection current = link.current();
        return current == null ? null : current.impl;
    }

    InetSocketAddress address() {
        return link.address();
    }

    int localPort() {
        return departure.isBack() ? departure.localPort() : home.calls().getLocalPort(impl());
    }

    OwnersOptions options() {
        return options;
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        reading.lock();
        try {
            return closed ? readClosed(bytes, from, length) : incoming.read(bytes, from, length);
        } finally {
            reading.unlock();
        }
    }

    /** A byte, or -1. Clients that read this way do so all the time: nothing is allocated but once. */
    int read() throws IOException {
        reading.lock();
        try {
            if (oneRead == null) {
                oneRead = new byte[1];
            }
            return read(oneRead, 0, 1) <= 0 ? -1 : oneRead[0] & 0xff;
        } finally {
            reading.unlock();
        }
    }

    void write(int b) throws IOException {
        writing.lock();
        try {
            if (oneWritten == null) {
                oneWritten = new byte[1];
            }
            oneWritten[0] = (byte) b;
            write(oneWritten, 0, 1);
        } finally {
            writing.unlock();
        }
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        writing.lock();
        try {
            if (departure.isBack()) {
                throw new SocketException("Socket closed");
            }
            if (closed) {
                link.write(bytes, from, length);
            } else {
                outgoing.write(bytes, from, length);
            }
        } finally {
            writing.unlock();
        }
    }

    int available() throws IOException {
        if (reading.tryLock()) {
            try {
                if (!closed) { // asked under the lock: the connection may be another's by now
                    return incoming.available();
                }
            } finally {
                reading.unlock();
            }
        }
        return home.calls().available(impl());
    }

    /** From here on this connection is nobody's but its owner's. */
    void useAlone() throws IOException {
        writing.lock();
        try {
            link.useFresh();
            outgoing.flushHead();
            talk.spoil();
        } finally {
            writing.unlock();
        }
    }

    /** A server that was asked to close needs no other sign that this was all: it may have been the client's habit to give one. */
    void shutdownOutput() throws IOException {
        writing.lock();
        try {
            if (outgoing.endsHere()) {
                return;
            }
        } finally {
            writing.unlock();
        }
        useAlone();
        home.calls().shutdownOutput(impl());
    }

    void close() throws IOException {
        closed = true;
        if (link.current() == null) {
            link.end(Reason.CLOSED_BY_OWNER);
        } else {
            departure.closed();
        }
    }

    /** Whether a thread is reading or writing. */
    boolean isInUse() {
        return reading.isLocked() || writing.isLocked();
    }

    /** Nobody has the socket any more. True if the connection was not lost with it. */
    boolean dropped() {
        closed = true;
        return departure.dropped();
    }

    private int readClosed(byte[] bytes, int from, int length) throws IOException {
        if (incoming.hasEnded()) {
            return -1;
        }
        if (departure.isBack()) {
            throw new SocketException("Socket closed");
        }
        return link.read(bytes, from, length);
    }
}
