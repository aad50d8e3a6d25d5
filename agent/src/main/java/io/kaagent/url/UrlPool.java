package io.kaagent.url;

import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;

/**
 * The JDK's HTTP client on the pool: what each seam means. One instance in the JVM; called by the hooks, on the application's
 * threads.
 *
 * <p>The way of a connection: {@link #reserve} takes it from the pool (the only place that may wait), {@link #answer} hands it to
 * the JDK, or {@link #opened} sees the JDK open it; {@link #settle} ends the taking. {@link #requestWritten}, {@link #answerAwaited}
 * and {@link #answered} follow the exchange. {@link #giveBack} returns it; {@link #closed} and {@link #socketClosed} free its slot.
 */
public final class UrlPool {
    private final Pool pool;
    private final Settings settings;
    private final Waiting waiting;
    private final Clients clients;
    private final ThreadLocal<Reservation> current = new ThreadLocal<Reservation>();

    public UrlPool(Pool pool, Settings settings) {
        this.pool = pool;
        this.settings = settings;
        this.waiting = new Waiting(pool);
        this.clients = new Clients(settings);
    }

    /**
     * Begins the taking. Every call that returns is followed by {@link #settle} or {@link #settleFailed} on the same thread; calls nest.
     *
     * @param proxy null for none
     * @param connectTimeout in milliseconds; 0 or below: none
     * @param useCache false where the JDK insists on a new connection
     * @throws IOException rule 12, meant for the application; then nothing has begun
     */
    public void reserve(
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
        Connection taken = null;
        if (options != null && options.pool()) {
            clients.collectAbandoned(pool);
            Name name = ConnectionName.of(origin, proxy, JdkClient.authenticator(connection), factory, verifier);
            taken = waiting.take(name, !useCache, connectTimeout > 0 ? connectTimeout : options.acquireTimeoutMillis());
        }
        if (taken == null) {
            letPass();
        } else {
            remember(url, taken);
        }
    }

    /** Begins a taking that is none of ours. */
    public void letPass() {
        current.set(Reservation.none(current.get()));
    }

    /** The client to reuse, or null: go on as the JDK would. */
    public Object answer(Object url) {
        Reservation reservation = current.get();
        return reservation == null ? null : reservation.answer(url);
    }

    /** A client of the JDK has opened a server socket: for a reservation of this thread, or again within a request. */
    public void opened(Object client) {
        Reservation reservation = current.get();
        PooledClient pooled;
        if (reservation != null && reservation.isFor(client)) {
            pooled = openedFor(reservation, client);
        } else {
            pooled = clients.of(client);
            if (pooled == null) {
                return;
            }
            pooled.reopened();
            pool.reopened(pooled.connection(), pooled);
            clients.rememberSocket(client, pooled);
        }
        settings.tcp(pooled.connection().name().origin()).applyTo(JdkClient.socket(client), settings);
    }

    /** Ends the taking: the JDK has a client. */
    public void settle(Object client) {
        Reservation reservation = current.get();
        if (reservation == null) {
            return; // attached while this call was under way
        }
        current.set(reservation.outer());
        if (!reservation.isNone()) {
            settle(reservation, client);
        }
    }

    /** Ends the taking: the JDK has failed to get a client. */
    public void settleFailed() {
        Reservation reservation = current.get();
        if (reservation == null) {
            return;
        }
        current.set(reservation.outer());
        if (!reservation.isNone()) {
            giveUp(reservation);
        }
    }

    /** A request is about to go out on this client. */
    public void requestWritten(Object client, Object headers) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.exchange().written(headers);
        }
    }

    /** The JDK waits for the answer; it may close, open and send once more before {@link #answered}. */
    public void answerAwaited(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.hold();
        }
    }

    public void answered(Object client, Object headers) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.exchange().answered(headers);
            pooled.release();
        }
    }

    public void answerFailed(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.release();
        }
    }

    /** @return false if this client is none of ours */
    public boolean giveBack(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled == null) {
            return false;
        }
        if (pooled.giveBack(client)) {
            settings.freed();
        }
        return true;
    }

    /** {@code closeServer()}: also for sockets whose own close we can't see, foreign ones that wrap another. */
    public void closed(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.socketClosed();
        }
    }

    /** Any socket of the JVM was closed. */
    public void socketClosed(Object socket) {
        PooledClient pooled = clients.closed(socket);
        if (pooled != null) {
            pooled.socketClosed();
        }
    }

    private PooledClient openedFor(Reservation reservation, Object client) {
        Connection connection = reservation.connection();
        PooledClient pooled = new PooledClient(pool, clients, connection);
        if (reservation.pooled() == null) {
            pool.opened(connection, pooled);
        } else {
            // The JDK refused the connection we answered (its own look before a streaming POST) and opens another in
            // its place.
            clients.forget(reservation.client());
            clients.close(reservation.client());
            pool.reopened(connection, pooled);
        }
        reservation.bind(pooled, client);
        clients.remember(client, pooled);
        return pooled;
    }

    private void settle(Reservation reservation, Object client) {
        PooledClient pooled = reservation.pooled();
        if (pooled == null) {
            // The JDK answered from its own cache, which has something in it only after a late attach.
            pooled = new PooledClient(pool, clients, reservation.connection());
            pool.opened(reservation.connection(), pooled);
            clients.remember(client, pooled);
        } else if (client == reservation.client()) {
            pooled.handedOver();
            pooled.release();
        } else {
            giveUp(reservation);
        }
    }

    /** What was answered or opened is the caller's no more: a security manager's no, say. The JDK would leave it to the collector. */
    private void giveUp(Reservation reservation) {
        Object client = reservation.client();
        if (client == null) {
            pool.connectFailed(reservation.connection());
            return;
        }
        pool.gone(reservation.connection(), Reason.CLOSED_BY_OWNER);
        clients.forget(client);
        clients.close(client);
        reservation.pooled().handedOver();
    }

    private void remember(URL url, Connection taken) {
        boolean done = false;
        try {
            current.set(new Reservation(url, taken, current.get()));
            done = true;
        } finally {
            if (!done) { // out of memory: nobody else knows of this connection
                pool.gone(taken, Reason.CLOSED_BY_OWNER);
            }
        }
    }
}
