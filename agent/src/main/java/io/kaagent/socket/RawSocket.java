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
import java.net.SocketOptions;
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
    private final Talk talk = new Talk();
    private final RawPool home;
    private final Lease lease;
    private final SocketImpl made;
    private final boolean opaque;
    private final Link link;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private volatile boolean detached;
    private int lastLocalPort;

    /** @param made the impl that the application's socket came with */
    RawSocket(RawPool home, Lease lease, Origin origin, OriginOptions options, SocketImpl made) {
        this.home = home;
        this.lease = lease;
        this.made = made;
        this.opaque = options.protocol() == Protocol.OPAQUE;
        this.link = new Link(home, talk, lease, origin, options, reading, made);
        this.outgoing = new Outgoing(link, talk);
        this.incoming = new Incoming(link, talk, new Source(link, talk, outgoing, writing));
    }

    /** What the platform has for this socket now: never null, and a closed one once the connection is the pool's. */
    public SocketImpl impl() {
        if (detached) {
            return home.closedImpl();
        }
        RawConnection current = link.current();
        return current == null ? made : current.impl;
    }

    public void connect(SocketAddress address, int timeout) throws IOException {
        if (link.isConnected() || closed.get() || !Route.isKnown(address)) {
            home.calls().connect(impl(), address, timeout);
            return;
        }
        if (opaque) {
            talk.turnOpaque();
        }
        link.connect((InetSocketAddress) address, timeout);
    }

    public InputStream getInputStream() throws IOException {
        if (detached || !link.isConnected()) {
            return home.calls().getInputStream(impl());
        }
        return new RawInputStream(this, lease.get());
    }

    public OutputStream getOutputStream() throws IOException {
        if (detached || !link.isConnected()) {
            return home.calls().getOutputStream(impl());
        }
        return new RawOutputStream(this, lease.get());
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        reading.lock();
        try {
            if (closed.get()) {
                return readClosed(bytes, from, length);
            }
            return incoming.read(bytes, from, length);
        } finally {
            reading.unlock();
        }
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        writing.lock();
        try {
            if (detached) {
                throw new SocketException("Socket closed");
            }
            if (closed.get()) {
                link.write(bytes, from, length);
                return;
            }
            outgoing.write(bytes, from, length);
        } finally {
            writing.unlock();
        }
    }

    public int available() throws IOException {
        if (!detached && link.isConnected() && !closed.get() && reading.tryLock()) {
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
        if (!link.isConnected()) {
            link.end(Reason.CLOSED_BY_OWNER);
            return;
        }
        lease.end();
        if (!letGo()) {
            link.end(Reason.CLOSED_BY_OWNER);
        }
    }

    public void setOption(int option, Object value) throws SocketException {
        if (!link.isConnected() || detached) {
            impl().setOption(option, value);
            return;
        }
        if (option == SocketOptions.SO_RCVBUF || option == SocketOptions.SO_SNDBUF) {
            talk.spoil(); // can't be set back
        }
        SocketImpl spare = link.spare();
        if (spare != null) {
            spare.setOption(option, value);
        }
        link.current().options.set(option, value);
    }

    public Object getOption(int option) throws SocketException {
        return !link.isConnected() || detached
                ? impl().getOption(option)
                : link.current().options.get(option);
    }

    /** What is set by name can't be set back: this JDK may have options that nobody here knows. */
    public <T> void setOption(SocketOption<T> option, T value) throws IOException {
        talk.spoil();
        SocketImpl spare = link.spare();
        if (spare != null && !detached) {
            home.calls().setOption(spare, option, value);
        }
        home.calls().setOption(impl(), option, value);
    }

    public InetAddress getInetAddress() {
        return link.isConnected() && Route.isKnown(link.address())
                ? link.address().getAddress()
                : home.calls().getInetAddress(impl());
    }

    public int getPort() {
        return link.isConnected() ? link.address().getPort() : home.calls().getPort(impl());
    }

    public int getLocalPort() {
        return detached ? lastLocalPort : home.calls().getLocalPort(impl());
    }

    /**
     * The application has dropped its socket.
     *
     * @return false if a thread is still reading or writing: ask again later
     */
    boolean dropped() {
        if (closed.get()) {
            return true;
        }
        if (reading.isLocked() || writing.isLocked()) {
            return false;
        }
        if (closed.compareAndSet(false, true)) {
            boolean fresh = link.isWithinIdleLimit();
            boolean back = fresh && letGo();
            home.settings().leaked(link.origin(), back, lease.opened());
            if (!back) {
                link.endQuietly(Reason.ABANDONED);
            }
        }
        return true;
    }

    /** Gives the connection back if it is certain to stand between two exchanges. */
    private boolean letGo() {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            if (!writing.tryLock()) {
                return false;
            }
            try {
                return isReusable() && giveBack();
            } catch (IOException e) {
                return false; // broken: it will be closed
            } finally {
                writing.unlock();
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isReusable() throws IOException {
        if (opaque) {
            return link.isPooled() && !talk.isTainted() && link.current().isQuiet() && !isAbortive();
        }
        if (!link.isPooled() || talk.isSpoiled() || isAbortive()) {
            return false;
        }
        incoming.takeTheRest();
        return !talk.isSpoiled() && outgoing.isBetweenRequests() && incoming.isBetweenAnswers() && link.allowsReuse();
    }

    private boolean isAbortive() {
        return link.current().options.isAbortive();
    }

    private boolean giveBack() {
        lastLocalPort = home.calls().getLocalPort(link.current().impl);
        detached = true;
        link.giveBack(incoming.hint());
        return true;
    }

    private int readClosed(byte[] bytes, int from, int length) throws IOException {
        if (incoming.hasEnded()) {
            return -1;
        }
        if (detached) {
            throw new SocketException("Socket closed");
        }
        return link.read(bytes, from, length);
    }

    /** From here on this socket is nobody's but its owner's. */
    private void halfClose() throws IOException {
        if (link.isConnected() && !detached) {
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
