package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One {@code java.net.Socket} of the application. Its wrapper calls the methods here that have the name of a {@code SocketImpl}
 * method, and what has no such method here, on {@link #impl()}.
 *
 * <p>Threading: any thread. Reading holds one lock, writing another, as in the platform's own impl; neither is waited for to close.
 * Whoever closes while nobody reads or writes finds both free, and what stands in the framing is then certain.
 */
public final class RawSocket {
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Talk talk;
    private final RawPool home;
    private final Lease lease;
    private final SocketImpl made;
    private final boolean opaque;
    private final Link link;
    private final OwnersOptions options;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Departure departure;

    /** @param made the impl that the application's socket came with */
    RawSocket(RawPool home, Lease lease, Origin origin, OriginOptions options, SocketImpl made) {
        this.home = home;
        this.talk = new Talk(home.settings());
        this.lease = lease;
        this.made = made;
        this.opaque = options.protocol() == Protocol.OPAQUE;
        this.link = new Link(home, talk, lease, origin, options, reading, made);
        this.options = new OwnersOptions(home, link, talk);
        this.outgoing = new Outgoing(link, talk);
        this.incoming = new Incoming(link, talk, new Source(link, talk, outgoing, writing));
        this.departure = new Departure(home, opaque, talk, link, outgoing, incoming, reading, writing);
    }

    /** What the platform has for this socket now: never null, and a closed one once the connection is the pool's. */
    public SocketImpl impl() {
        if (departure.isBack()) {
            return home.closedImpl();
        }
        RawConnection current = link.current();
        return current == null ? made : current.impl;
    }

    public void connect(SocketAddress address, int timeout) throws IOException {
        if (isConnected() || closed.get() || !Route.isKnown(address)) {
            home.calls().connect(impl(), address, timeout);
            return;
        }
        if (opaque) {
            talk.turnOpaque();
        }
        link.connect((InetSocketAddress) address, timeout);
    }

    public InputStream getInputStream() throws IOException {
        return isConnected()
                ? new RawInputStream(this, lease.get())
                : home.calls().getInputStream(impl());
    }

    public OutputStream getOutputStream() throws IOException {
        return isConnected()
                ? new RawOutputStream(this, lease.get())
                : home.calls().getOutputStream(impl());
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        reading.lock();
        try {
            return closed.get() ? readClosed(bytes, from, length) : incoming.read(bytes, from, length);
        } finally {
            reading.unlock();
        }
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        writing.lock();
        try {
            if (departure.isBack()) {
                throw new SocketException("Socket closed");
            }
            if (closed.get()) {
                link.write(bytes, from, length);
            } else {
                outgoing.write(bytes, from, length);
            }
        } finally {
            writing.unlock();
        }
    }

    public int available() throws IOException {
        if (isConnected() && !closed.get() && reading.tryLock()) {
            try {
                return incoming.available();
            } finally {
                reading.unlock();
            }
        }
        return home.calls().available(impl());
    }

    public void shutdownInput() throws IOException {
        halfClose();
        home.calls().shutdownInput(impl());
    }

    public void shutdownOutput() throws IOException {
        halfClose();
        home.calls().shutdownOutput(impl());
    }

    public void sendUrgentData(int data) throws IOException {
        halfClose();
        home.calls().sendUrgentData(impl(), data);
    }

    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        lease.end();
        if (isConnected()) {
            departure.closed();
        } else {
            link.end(Reason.CLOSED_BY_OWNER);
        }
    }

    public void setOption(int option, Object value) throws SocketException {
        if (isConnected()) {
            options.set(option, value);
        } else {
            impl().setOption(option, value);
        }
    }

    public Object getOption(int option) throws SocketException {
        return isConnected() ? options.get(option) : impl().getOption(option);
    }

    public <T> void setOption(SocketOption<T> option, T value) throws IOException {
        if (isConnected()) {
            options.set(option, value);
        } else {
            home.calls().setOption(impl(), option, value);
        }
    }

    public <T> T getOption(SocketOption<T> option) throws IOException {
        return isConnected() ? options.get(option) : home.calls().getOption(impl(), option);
    }

    public InetAddress getInetAddress() {
        return link.current() != null
                ? link.address().getAddress()
                : home.calls().getInetAddress(impl());
    }

    public int getPort() {
        return link.current() != null ? link.address().getPort() : home.calls().getPort(impl());
    }

    public int getLocalPort() {
        return departure.isBack() ? departure.localPort() : home.calls().getLocalPort(impl());
    }

    /**
     * The application has dropped its socket.
     *
     * @return false if a thread is still reading or writing: ask again later
     */
    boolean dropped() {
        if (reading.isLocked() || writing.isLocked()) {
            return false;
        }
        if (isConnected() && closed.compareAndSet(false, true)) {
            lease.leaked(departure.dropped());
        }
        return true;
    }

    private boolean isConnected() {
        return link.current() != null && !departure.isBack();
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

    /** From here on this socket is nobody's but its owner's. */
    private void halfClose() throws IOException {
        if (isConnected()) {
            writing.lock();
            try {
                link.useFresh();
                outgoing.flushHead();
                talk.spoil();
            } finally {
                writing.unlock();
            }
        }
    }
}
