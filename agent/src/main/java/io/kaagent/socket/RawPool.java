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
    private final Constructions constructions = new Constructions();
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

    /**
     * A constructor of {@code Socket} begins that connects. The socket has no state yet but its class.
     *
     * @param local where it binds to before it connects; null for nowhere
     * @param stream false for the datagram sockets of old
     */
    public void constructing(Socket socket, Object address, Object local, boolean stream) {
        boolean isPlain = socket.getClass() == Socket.class && local == null && stream && Platform.makesImpls();
        if (isPlain && isPooled(address) && platform.isKnown()) {
            constructions.begin(socket);
        }
    }

    /** The platform is about to create a socket for this impl: whether it need not. */
    public boolean creating(SocketImpl impl) {
        return constructions.putsOff(impl);
    }

    /** The constructor ends, by an exception or not. */
    public void constructed(Socket socket) {
        constructions.end(socket);
    }

    /** {@code Socket.bind(SocketAddress)} begins: to what it is bound is to be seen, and it can't be seen afterwards. */
    public void binding(Socket socket) {
        wrap(socket);
    }

    /** {@code Socket.connect(SocketAddress, int)} begins. */
    public void connecting(Socket socket, SocketAddress address) {
        leases.collect();
        if (isPooled(address)) {
            wrap(socket);
        }
    }

    /**
     * It connects now: what was put off is made good, unless the wrapper will see to it.
     *
     * @throws IOException what the constructor would have thrown
     */
    public void created(Socket socket) throws IOException {
        SocketImpl putOff = constructions.putOff(socket);
        constructions.connects(socket);
        if (putOff != null && !(Platform.impl(socket) instanceof ImplCalls)) {
            made(putOff, false).created();
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
            boolean created = constructions.putOff(socket) != impl && platform.isCreated(socket, impl);
            Platform.setImpl(socket, calls().wrap(raw(new Lease(socket, leases, settings), impl, created)));
        }
    }

    /**
     * @param impl what the application's socket came with
     * @param created whether the platform has created it, or tried to
     */
    RawSocket raw(Lease lease, SocketImpl impl, boolean created) {
        RawSocket raw = new RawSocket(this, lease, made(impl, created));
        lease.of(raw);
        return raw;
    }

    private Made made(SocketImpl impl, boolean created) {
        return new Made(calls(), impl, created, platform.newOptions());
    }

    private boolean isPooled(Object address) {
        return Route.isKnown(address) && Route.isPooled(settings.of(RawName.origin((InetSocketAddress) address)));
    }

    /** Bound by a way we did not see, accepted, closed: left as they are. */
    private static boolean isInUse(Socket socket) {
        return socket.isBound() || socket.isConnected() || socket.isClosed();
    }
}
