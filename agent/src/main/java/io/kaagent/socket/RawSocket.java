package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
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
import javax.net.ssl.SSLSocket;

/**
 * One {@code java.net.Socket} of the application. Its wrapper calls the methods here that have the name of a {@code SocketImpl}
 * method, and what has no such method here, on {@link #impl()}. Until it is connected, and if it is not to be pooled, everything is
 * the platform's business.
 *
 * <p>Threading: any thread.
 */
public final class RawSocket {
    private final RawPool home;
    private final Lease lease;
    private final Made made;
    private final boolean secure;
    private final RawOptions options;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Session session;
    private volatile boolean bound;

    /**
     * @param made what the application's socket came with
     * @param secure whether it is one of TLS, and of the JDK's
     */
    RawSocket(RawPool home, Lease lease, Made made, boolean secure) {
        this.home = home;
        this.lease = lease;
        this.made = made;
        this.secure = secure;
        this.options = new RawOptions(home, this, made);
    }

    /** What the platform has for this socket now: never null, and a closed one once the connection is the pool's. */
    public SocketImpl impl() {
        Session mine = session;
        SocketImpl impl = mine == null ? null : mine.impl();
        return impl == null ? made.impl() : impl;
    }

    public void create(boolean stream) throws IOException {
        made.create(stream);
    }

    /** To no address and no port in particular is how some libraries say nothing at all; anything else is meant. */
    public void bind(InetAddress host, int port) throws IOException {
        home.calls().bind(made.created(), host, port);
        bound = bound || port != 0 || !host.isAnyLocalAddress();
    }

    public void connect(SocketAddress address, int timeout) throws IOException {
        if (session == null && !bound && !closed.get() && !made.isGone() && Route.isKnown(address)) {
            Origin origin = home.origin((InetSocketAddress) address, secure);
            OriginOptions options = home.settings().of(origin);
            if (home.isPooled(options, secure)) {
                Session mine = new Session(home, lease, origin, options, made);
                if (secure) {
                    mine.secure((SSLSocket) lease.get(), options, false);
                }
                connect(mine, (InetSocketAddress) address, timeout);
                return;
            }
        }
        home.calls().connect(open(), address, timeout);
    }

    public InputStream getInputStream() throws IOException {
        Session mine = connected();
        return mine != null
                ? new RawInputStream(mine, lease.get(), true)
                : home.calls().getInputStream(open());
    }

    public OutputStream getOutputStream() throws IOException {
        Session mine = connected();
        return mine != null
                ? new RawOutputStream(mine, lease.get(), true)
                : home.calls().getOutputStream(open());
    }

    public int available() throws IOException {
        Session mine = connected();
        return mine != null ? mine.below().available() : home.calls().available(open());
    }

    public void shutdownInput() throws IOException {
        if (isOverByTls()) {
            return;
        }
        Session mine = connected();
        if (mine != null) {
            mine.inputEnds();
        }
        home.calls().shutdownInput(open());
    }

    public void shutdownOutput() throws IOException {
        if (isOverByTls()) {
            return;
        }
        Session mine = connected();
        if (mine == null || !mine.outputEnds()) {
            home.calls().shutdownOutput(open());
        }
    }

    public void sendUrgentData(int data) throws IOException {
        Session mine = connected();
        if (mine != null) {
            mine.oneSided().begins();
        }
        home.calls().sendUrgentData(open(), data);
    }

    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            lease.end();
            Session mine = session;
            if (mine == null) {
                made.close();
            } else {
                mine.close();
            }
        }
    }

    public void setOption(int option, Object value) throws SocketException {
        options.set(option, value);
    }

    public Object getOption(int option) throws SocketException {
        return options.get(option);
    }

    public <T> void setOption(SocketOption<T> option, T value) throws IOException {
        options.set(option, value);
    }

    public <T> T getOption(SocketOption<T> option) throws IOException {
        return options.get(option);
    }

    public InetAddress getInetAddress() {
        Session mine = onceConnected();
        return mine != null ? mine.address().getAddress() : home.calls().getInetAddress(impl());
    }

    public int getPort() {
        Session mine = onceConnected();
        return mine != null ? mine.address().getPort() : home.calls().getPort(impl());
    }

    public int getLocalPort() {
        Session mine = onceConnected();
        return mine != null ? mine.localPort() : home.calls().getLocalPort(impl());
    }

    /** Where it is connected to, or was; null before. */
    InetSocketAddress address() {
        Session mine = session;
        return mine == null ? null : mine.address();
    }

    /** Null before it is connected. */
    Session session() {
        return session;
    }

    /** The JDK ends or closes a TLS socket whose connection has been given back, or looks so: it is none of the connection's business. */
    private boolean isOverByTls() {
        Session mine = session;
        return mine != null && (mine.isLeaving() || mine.hasSeenAnEnd());
    }

    /**
     * A TLS socket is about to be layered over this one.
     *
     * @return false if it can't be followed
     */
    boolean layer(SSLSocket socket) throws IOException {
        Session mine = connected();
        return mine != null && mine.layer(socket, home.settings().of(mine.origin()));
    }

    /**
     * The application has dropped its socket.
     *
     * @return false if a thread is still reading or writing: ask again later
     */
    boolean dropped() {
        Session mine = session;
        if (mine != null && mine.flow().isInUse()) {
            return false;
        }
        if (mine != null && mine.isConnected() && closed.compareAndSet(false, true)) {
            lease.leaked(mine.origin(), mine.dropped());
        }
        return true;
    }

    private void connect(Session mine, InetSocketAddress address, int timeout) throws IOException {
        boolean done = false;
        session = mine; // before it is connected: who closes meanwhile has to find it
        try {
            if (closed.get()) {
                mine.close();
            }
            mine.connect(address, timeout);
            done = true;
        } finally {
            if (!done) {
                session = null;
            }
        }
    }

    /** To do something with, other than to look at it. */
    SocketImpl open() throws SocketException {
        Session mine = session;
        SocketImpl impl = mine == null ? null : mine.impl();
        return impl == null || impl == made.impl() ? made.created() : impl;
    }

    /** Null unless it has a connection now. */
    Session connected() {
        Session mine = session;
        return mine != null && mine.isConnected() ? mine : null;
    }

    /** Null unless it has a connection, or had one. */
    Session onceConnected() {
        Session mine = session;
        return mine != null && mine.impl() != null ? mine : null;
    }
}
