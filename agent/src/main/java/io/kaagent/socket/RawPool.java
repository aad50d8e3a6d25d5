package io.kaagent.socket;

import io.kaagent.client.UnsharedFactories;
import io.kaagent.client.Waiting;
import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.tls.JdkSocket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import javax.net.ssl.SSLSocket;

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
    private final UnsharedFactories unshared;
    private volatile boolean followsTls;

    /** @param clock the pool's */
    public RawPool(Pool pool, Settings settings, Clock clock, Wrappers wrappers) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
        this.waiting = new Waiting(pool);
        this.origins = new Origins(settings, clock);
        this.platform = new Platform(settings, wrappers);
        this.unshared = new UnsharedFactories(settings);
    }

    /** From now on the TLS sockets of the JDK are followed too. */
    public void followTls() {
        followsTls = true;
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

    /** A TLS socket of the JDK is about to be layered over a connected one, which it closes together with itself, or not. */
    public void layering(SSLSocket secure, Socket socket, boolean closesBoth) throws IOException {
        SocketImpl impl = socket == null || !closesBoth ? null : Platform.impl(socket);
        if (impl instanceof ImplCalls && JdkSocket.isKnown()) {
            InetSocketAddress address = ((ImplCalls) impl).raw().address();
            if (address != null && isPooled(settings.of(RawName.origin(address, true)), true)) {
                boolean follows = ((ImplCalls) impl).raw().layer(secure);
                origins.of(RawName.origin(address, false)).isLayered(follows);
            }
        }
    }

    /** The TLS of a socket, also of one that is closed; null if it is none of ours. */
    public SecureSocket secure(SSLSocket socket) {
        Socket below = JdkSocket.isKnown() ? JdkSocket.below(socket) : null;
        SocketImpl impl = below == null ? null : Platform.impl(below);
        RawSocket raw = impl instanceof ImplCalls ? ((ImplCalls) impl).raw() : null;
        Session session = raw == null ? null : raw.session();
        Secured tls = session == null ? null : session.secured();
        return tls != null && tls.custody().isOf(socket) ? new SecureSocket(session, tls) : null;
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

    UnsharedFactories unshared() {
        return unshared;
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
        boolean secure = followsTls && socket instanceof SSLSocket && JdkSocket.isOne(socket) && JdkSocket.isKnown();
        if (socket.getClass() != Socket.class && !secure || isInUse(socket)) {
            return;
        }
        SocketImpl impl = Platform.impl(socket);
        if (impl != null && Route.isPlain(impl) && platform.isKnown()) { // a wrapper is not plain
            boolean created = constructions.putOff(socket) != impl && platform.isCreated(socket, impl);
            Platform.setImpl(socket, calls().wrap(raw(new Lease(socket, leases, settings), impl, created, secure)));
        }
    }

    /**
     * @param impl what the application's socket came with
     * @param created whether the platform has created it, or tried to
     * @param secure whether it is a TLS socket of the JDK's
     */
    RawSocket raw(Lease lease, SocketImpl impl, boolean created, boolean secure) {
        RawSocket raw = new RawSocket(this, lease, made(impl, created), secure);
        lease.of(raw);
        return raw;
    }

    private Made made(SocketImpl impl, boolean created) {
        return new Made(calls(), impl, created, platform.newOptions());
    }

    private boolean isPooled(Object address) {
        if (!Route.isKnown(address)) {
            return false;
        }
        InetSocketAddress ip = (InetSocketAddress) address;
        return isPooled(settings.of(RawName.origin(ip, false)), false)
                || isPooled(settings.of(RawName.origin(ip, true)), true);
    }

    /** Whether the operator lets us. */
    boolean isPooled(OriginOptions options, boolean secure) {
        return Route.isPooled(options) && (!secure || options.protocol() == Protocol.AUTO && options.tlsSockets());
    }

    /** What a socket connects to; TLS if it is one of TLS, or one that others of its kind have got their TLS over. */
    Origin origin(InetSocketAddress address, boolean secure) {
        Origin plain = RawName.origin(address, false);
        return secure || origins.of(plain).isLayered() ? RawName.origin(address, true) : plain;
    }

    /** An option that nobody has set. */
    Object newOption(int option) throws SocketException {
        return platform.newOptions().get(option);
    }

    /** Bound by a way we did not see, accepted, closed: left as they are. */
    private static boolean isInUse(Socket socket) {
        return socket.isBound() || socket.isConnected() || socket.isClosed();
    }
}
