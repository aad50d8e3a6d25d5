package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
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
    private final Talk talk;
    private final Link link;
    private final OwnersOptions options;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final OneSided oneSided;
    private final Departure departure;
    private volatile boolean closed;
    private byte[] oneRead;
    private byte[] oneWritten;
    private InetSocketAddress address;

    /** @param made what the application's socket came with */
    Session(RawPool home, Lease lease, Origin origin, OriginOptions options, Made made) {
        this.home = home;
        this.talk = new Talk(home.settings());
        this.link = new Link(home, talk, lease, home.origins().of(origin), options, reading, made);
        this.options = new OwnersOptions(home, link, talk);
        this.outgoing = new Outgoing(link, talk);
        this.incoming = new Incoming(link, talk, new Source(link, talk, outgoing, writing));
        this.oneSided = new OneSided(link, talk, this.options, outgoing, writing);
        boolean opaque = options.protocol() == Protocol.OPAQUE;
        this.departure = new Departure(home, opaque, talk, link, this.options, outgoing, incoming, reading, writing);
        if (opaque) {
            talk.turnOpaque();
        }
    }

    Origin origin() {
        return link.memory().origin();
    }

    void connect(InetSocketAddress address, int timeout) throws IOException {
        this.address = address;
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
        return address;
    }

    int localPort() {
        return departure.isBack() ? departure.localPort() : home.calls().getLocalPort(impl());
    }

    /** Not while the connection is given back: an option set in that moment would be the next owner's. */
    void setOption(int option, Object value) throws SocketException {
        synchronized (options) {
            if (departure.isBack()) {
                home.closedImpl().setOption(option, value);
            } else {
                options.set(option, value);
            }
        }
    }

    <T> void setOption(SocketOption<T> option, T value) throws IOException {
        synchronized (options) {
            if (departure.isBack()) {
                home.calls().setOption(home.closedImpl(), option, value);
            } else {
                options.set(option, value);
            }
        }
    }

    /** To look at, not to set. */
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
                talk.spoil(); // it passes unseen, and who closes may not have the locks yet
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

    OneSided oneSided() {
        return oneSided;
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
        talk.spoil();
        return link.read(bytes, from, length);
    }
}
