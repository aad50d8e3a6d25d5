package io.kaagent.socket;

import io.kaagent.client.Waiting;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Pool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;

/**
 * Raw sockets on the pool: what each seam means. One instance in the JVM; called by the hooks, on the application's threads.
 *
 * <p>{@link #connecting} puts a wrapper around the impl of a socket that is about to connect. All the rest is between the wrapper, its
 * {@link RawSocket} and the pool.
 */
public final class RawPool {
    private final Pool pool;
    private final Settings settings;
    private final Clock clock;
    private final Waiting waiting;
    private final Origins origins;
    private final Leases leases = new Leases();
    private final NewOptions newOptions = new NewOptions();
    private final Platform platform;

    /** @param clock the pool's */
    public RawPool(Pool pool, Settings settings, Clock clock, Wrappers wrappers) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
        this.waiting = new Waiting(pool);
        this.origins = new Origins(settings, clock);
        this.platform = new Platform(settings, wrappers);
    }

    /** A constructor of {@code Socket} begins that connects to this address. */
    public void constructing(Object address) {
        newOptions.constructing(address);
    }

    /** {@code Socket.bind(SocketAddress)} begins: to what it is bound is to be seen, and it can't be seen afterwards. */
    public void binding(Socket socket) {
        wrap(socket);
    }

    /** {@code Socket.connect(SocketAddress, int)} begins. */
    public void connecting(Socket socket, SocketAddress address) {
        leases.collect();
        boolean constructing = newOptions.isConstructing(address);
        if (Route.isKnown(address) && Route.isPooled(settings.of(RawName.origin((InetSocketAddress) address)))) {
            wrap(socket);
            SocketImpl impl = Platform.impl(socket);
            if (impl instanceof ImplCalls) {
                RawSocket wrapped = ((ImplCalls) impl).raw();
                boolean untouched = constructing || calls().getFileDescriptor(wrapped.impl()) == null;
                wrapped.isUntouched(untouched ? newOptions : null);
            }
        }
    }

    /** {@code ServerSocket.implAccept(Socket)} begins: the platform wants to see its own impl. */
    public void accepting(Socket socket) {
        SocketImpl impl = socket == null ? null : Platform.impl(socket);
        if (impl instanceof ImplCalls) {
            Platform.setImpl(socket, ((ImplCalls) impl).raw().impl());
        }
    }

    /** Sees to connections that the application has dropped. True as long as there are any that it could drop. */
    public boolean collectDropped() {
        leases.collect();
        return !leases.isEmpty();
    }

    Pool pool() {
        return pool;
    }

    Settings settings() {
        return settings;
    }

    Waiting waiting() {
        return waiting;
    }

    Origins origins() {
        return origins;
    }

    long nanos() {
        return clock.nanos();
    }

    ImplCalls calls() {
        return platform.calls();
    }

    SocketImpl closedImpl() {
        return platform.closedImpl();
    }

    /** JDK 8 to 12: stands in for the socket that an impl belongs to. The first owner would never be dropped otherwise. */
    Socket nobody() {
        return platform.nobody();
    }

    NamedOptions namedOptions() {
        return platform.namedOptions();
    }

    void close(SocketImpl impl) {
        try {
            calls().close(impl);
        } catch (IOException e) {
            closeFailed(e);
        }
    }

    void closeFailed(IOException e) {
        settings.refused("close", e);
    }

    private void wrap(Socket socket) {
        if (socket.getClass() != Socket.class || isInUse(socket)) {
            return;
        }
        SocketImpl impl = Platform.impl(socket);
        if (impl != null && Route.isPlain(impl) && platform.isKnown()) { // a wrapper is not plain
            Lease lease = new Lease(socket, leases, settings);
            RawSocket raw = new RawSocket(this, lease, impl);
            lease.of(raw);
            Platform.setImpl(socket, calls().wrap(raw));
        }
    }

    /** Bound by a way we did not see, accepted, closed: left as they are. */
    private static boolean isInUse(Socket socket) {
        return socket.isBound() || socket.isConnected() || socket.isClosed();
    }
}
