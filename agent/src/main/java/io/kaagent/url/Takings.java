package io.kaagent.url;

import io.kaagent.client.UnsharedFactories;
import io.kaagent.client.Waiting;
import io.kaagent.config.OriginOptions;
import io.kaagent.config.TlsIdentity;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.tcp.OsSocket;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;

/**
 * The calls of {@code HttpClient.New} that are under way, each on its own thread: {@link #reserve}, then {@link #answer} or
 * {@link #opened}, then {@link #settle} or {@link #settleFailed}. Calls nest, since a socket factory or a name service may itself make
 * requests.
 */
final class Takings {
    private final Pool pool;
    private final Settings settings;
    private final Clients clients;
    private final Trust trust;
    private final UnsharedFactories unshared;
    private final Waiting waiting;
    private final ThreadLocal<Reservation> current = new ThreadLocal<Reservation>();

    Takings(Pool pool, Settings settings, Clients clients, Trust trust) {
        this.pool = pool;
        this.settings = settings;
        this.clients = clients;
        this.trust = trust;
        this.unshared = new UnsharedFactories(settings);
        this.waiting = new Waiting(pool);
    }

    void reserve(
            URL url,
            Proxy proxy,
            int connectTimeout,
            boolean useCache,
            Object connection,
            Object factory,
            Object verifier)
            throws IOException {
        Origin origin = ConnectionName.origin(url);
        OriginOptions options = origin == null ? null : settings.of(origin);
        if (options == null || !options.pool() || !isKnownJdk()) {
            letPass();
            return;
        }
        clients.collectAbandoned(pool);
        Handshake handshake = Handshake.with(factory, options.tlsIdentity() == TlsIdentity.PROVED);
        unshared.seen(origin, handshake == null ? null : handshake.identity());
        Name name = ConnectionName.of(origin, proxy, JdkClient.authenticator(connection), handshake, verifier);
        boolean distrusted = !trust.allowsReuseFor(origin, connection);
        long timeout = connectTimeout > 0 ? connectTimeout : options.acquireTimeoutMillis();
        Connection taken = waiting.take(name, !useCache || distrusted, timeout);
        if (taken == null) {
            letPass();
        } else {
            remember(url, taken, handshake, distrusted);
            refuseIfIdleForTooLong(connection, options);
        }
    }

    /** Begins a taking that is none of ours. */
    void letPass() {
        current.set(Reservation.none(current.get()));
    }

    Object answer(Object url) {
        Reservation reservation = current.get();
        return reservation == null ? null : reservation.answer(url);
    }

    /** Whether this client was answered from the pool within a taking of this thread. */
    boolean hasAnswered(Object client) {
        Reservation reservation = current.get();
        return reservation != null && reservation.hasAnswered(client);
    }

    /** Whether this client opens its socket within a taking of this thread. */
    boolean isOpening(Object client) {
        Reservation reservation = current.get();
        return reservation != null && reservation.isFor(client);
    }

    /** Its socket is open. Null if the pool can't follow what was opened. */
    PooledClient opened(Object client, long lookUpNanos) {
        Reservation reservation = current.get();
        if (!OsSocket.isSeen(JdkClient.socket(client))) {
            leaveToTheJdk(reservation);
            return null;
        }
        Connection connection = reservation.connection();
        connection.lookedUp(lookUpNanos);
        PooledClient pooled = new PooledClient(pool, clients, trust, connection, reservation.handshake());
        if (reservation.pooled() == null) {
            pool.opened(connection, pooled);
        } else {
            // Refused by us, or by the JDK (its own look before a streaming POST), which opens another in its place.
            discard(reservation.client());
            pool.reopened(connection, pooled);
        }
        if (reservation.isForOneUse()) {
            pooled.useOnce();
        }
        reservation.bind(pooled, client);
        clients.remember(client, pooled);
        return pooled;
    }

    void settle(Object client) {
        Reservation reservation = end();
        if (reservation == null) {
            return;
        }
        PooledClient pooled = reservation.pooled();
        if (pooled == null) {
            adopt(reservation, client);
        } else if (client == reservation.client()) {
            pooled.handedOver();
            clients.loans().begin(pooled);
            pooled.release();
        } else {
            giveUp(reservation);
        }
    }

    void settleFailed() {
        Reservation reservation = end();
        if (reservation != null) {
            giveUp(reservation);
        }
    }

    /** Null if it is none of ours, or the agent was attached while it was under way. */
    private Reservation end() {
        Reservation reservation = current.get();
        if (reservation == null) {
            return null;
        }
        current.set(reservation.outer());
        return reservation.isNone() ? null : reservation;
    }

    private void remember(URL url, Connection taken, Handshake handshake, boolean forOneUse) {
        boolean done = false;
        try {
            current.set(new Reservation(url, taken, handshake, forOneUse, current.get()));
            done = true;
        } finally {
            if (!done) { // out of memory: nobody else knows of this connection
                pool.gone(taken, Reason.CLOSED_BY_OWNER);
            }
        }
    }

    private void refuseIfIdleForTooLong(Object connection, OriginOptions options) {
        PooledClient pooled = current.get().pooled();
        if (pooled != null
                && connection != null
                && CloseHeaders.needsFresh((HttpURLConnection) connection, options)
                && pooled.wasIdleFor(options.unsafeReuseIdleMillis())) {
            current.get().refuse();
        }
    }

    /** The JDK answered from its own cache, where something was put before a late attach. */
    private void adopt(Reservation reservation, Object client) {
        if (OsSocket.isSeen(JdkClient.socket(client))) {
            PooledClient pooled =
                    new PooledClient(pool, clients, trust, reservation.connection(), reservation.handshake());
            pool.opened(reservation.connection(), pooled);
            if (reservation.handshake() != null && reservation.handshake().isProved()) {
                pooled.useOnce(); // nobody knows how its factory was set up when it was made
            }
            clients.remember(client, pooled);
        } else {
            leaveToTheJdk(reservation);
        }
    }

    /** A foreign socket: neither its descriptor nor its end can be seen. The JDK's own cache keeps it, as without the agent. */
    private void leaveToTheJdk(Reservation reservation) {
        pool.gone(reservation.connection(), Reason.NOT_REUSABLE);
        if (reservation.pooled() != null) {
            discard(reservation.client());
        }
        reservation.leave();
    }

    /** What was answered or opened is the caller's no more: a security manager's no, say. The JDK would leave it to the collector. */
    private void giveUp(Reservation reservation) {
        if (reservation.client() == null) {
            pool.connectFailed(reservation.connection());
            return;
        }
        pool.gone(reservation.connection(), Reason.CLOSED_BY_OWNER);
        discard(reservation.client());
        reservation.pooled().handedOver();
    }

    private void discard(Object client) {
        clients.forget(client);
        clients.close(client);
    }

    private boolean isKnownJdk() {
        if (!KnownJdk.YES) {
            settings.unknownJdk();
        }
        return KnownJdk.YES;
    }
}
