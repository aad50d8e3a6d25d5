package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/**
 * What one owner does with a connection, from connecting to closing.
 *
 * <p>Threading: any thread. Reading holds one lock, writing another, as in the platform's own impl; neither is waited for to close.
 * Whoever closes while nobody reads or writes finds both free, and what stands in the framing is then certain.
 */
final class Session implements Passage {
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
    private volatile boolean begun;
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

    /**
     * The socket is one of TLS, or will be: the JDK's own, which has not begun yet.
     *
     * @param atFirst the settings it was made with; null where it is layered over a socket that is connected
     */
    void secure(SSLSocket socket, boolean proved, TlsSettings atFirst) {
        link.secure(new Secured(link, talk, socket, proved, atFirst));
    }

    /** Null without TLS. */
    Secured secured() {
        return link.secured();
    }

    /** Whether nothing has been read or written. */
    boolean hasBegun() {
        return begun;
    }

    /** What lies below TLS. */
    Passage below() {
        Secured tls = link.secured();
        return tls == null ? this : tls.below();
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

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        reading.lock();
        try {
            begin();
            if (closed) {
                return readClosed(bytes, from, length);
            }
            return link.secured() == null ? incoming.read(bytes, from, length) : readSecured(bytes, from, length);
        } finally {
            reading.unlock();
        }
    }

    /** A byte, or -1. Clients that read this way do so all the time: nothing is allocated but once. */
    @Override
    public int read() throws IOException {
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

    @Override
    public void write(int b) throws IOException {
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

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        writing.lock();
        try {
            begin();
            if (link.secured() != null && (closed || departure.isBack())) {
                link.secured().writeNone(bytes, from, length);
                return;
            }
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

    @Override
    public int available() throws IOException {
        if (reading.tryLock()) {
            try {
                begin();
                if (!closed) { // asked under the lock: the connection may be another's by now
                    return incoming.available();
                }
            } finally {
                reading.unlock();
            }
        }
        return link.secured() == null ? home.calls().available(impl()) : 0;
    }

    OneSided oneSided() {
        return oneSided;
    }

    void close() throws IOException {
        closed = true;
        if (link.current() == null || link.secured() != null) {
            end();
        } else {
            departure.closed();
        }
    }

    /** Where there is TLS its socket has seen to what can be given back. */
    private void end() throws IOException {
        if (!departure.isBack()) {
            link.end(Reason.CLOSED_BY_OWNER);
        }
    }

    /** The application's TLS socket is about to be closed by the JDK. True if its connection is not in it any more, but back. */
    boolean left(Secured tls) {
        return closed || link.current() == null || departure.left(tls);
    }

    /** Whether the connection is back, and the JDK closes a socket that has none. */
    boolean isLeaving() {
        return link.secured() != null && departure.isBack() && !closed;
    }

    /** Whether the socket is closed, and the JDK has the say. */
    boolean isOver() {
        return closed;
    }

    /** Whether this very thread is. */
    boolean isInUseHere() {
        return reading.isHeldByCurrentThread() || writing.isHeldByCurrentThread();
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

    /** Plain, or by TLS: from now on nothing can come in between. */
    private void begin() throws IOException {
        if (!begun) {
            begun = true;
        }
        Secured tls = link.secured();
        if (tls != null && !closed) {
            tls.settle();
        }
    }

    private int readSecured(byte[] bytes, int from, int length) throws IOException {
        boolean done = false;
        try {
            int got = incoming.read(bytes, from, length);
            done = got >= 0;
            if (done) {
                adopt(false);
            }
            return got;
        } catch (SocketTimeoutException e) {
            done = true; // nothing has ended
            throw e;
        } finally {
            if (!done) {
                adopt(true);
            }
        }
    }

    /** The socket gets the used connection: it has proved to be good, or has ended. */
    void adopt(boolean ended) throws IOException {
        Secured tls = link.secured();
        if (tls.isShowing() && writing.tryLock()) {
            try {
                if (ended) {
                    tls.ended();
                } else if (!link.isReplaceable()) {
                    tls.adopt();
                }
            } finally {
                writing.unlock();
            }
        }
    }

    private int readClosed(byte[] bytes, int from, int length) throws IOException {
        if (link.secured() != null) {
            return link.secured().readNone(bytes, from, length);
        }
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
