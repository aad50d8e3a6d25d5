package io.kaagent.url;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URL;

/**
 * The JDK's HTTP client on the pool: what each seam means. One instance in the JVM; called by the hooks, on the application's
 * threads.
 *
 * <p>The way of a connection: {@link #reserve} takes it from the pool (the only place that may wait), {@link #answer} hands it to
 * the JDK, or {@link #opened} sees the JDK open it; {@link #settle} ends the taking. {@link #requestWritten}, {@link
 * #requestSent}, {@link #answerAwaited} and {@link #answered} follow the exchange. {@link #giveBack} returns it; {@link #closed} and {@link #socketClosed} free its slot.
 */
public final class UrlPool {
    private final Pool pool;
    private final Settings settings;
    private final Clients clients;
    private final Trust trust;
    private final CloseHeaders closeHeaders;
    private final Writing writing;
    private final Takings takings;
    private final ErrorBodies errorBodies;
    private final Draining draining;
    private final Resending resending;
    private final HandshakeTimes handshakeTimes;
    private final Reading reading = new Reading();

    /** @param clock the pool's */
    public UrlPool(Pool pool, Settings settings, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.clients = new Clients(settings);
        this.trust = new Trust(settings, clock);
        this.closeHeaders = new CloseHeaders(settings);
        this.writing = new Writing(pool, clients, settings, closeHeaders);
        this.takings = new Takings(pool, settings, clients, trust);
        this.errorBodies = new ErrorBodies(clients, settings);
        this.draining = new Draining(pool, clients, settings, trust);
        this.resending = new Resending(pool, clients, settings, trust);
        this.handshakeTimes = new HandshakeTimes(pool.accounting(), clients);
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
        takings.reserve(url, proxy, connectTimeout, useCache, connection, factory, verifier);
    }

    /** Begins a taking that is none of ours. */
    public void letPass() {
        takings.letPass();
    }

    /** The client to reuse for this URL, or null: go on as the JDK would. */
    public Object answer(Object url) {
        return takings.answer(url);
    }

    /**
     * A client of the JDK has opened a server socket: within a taking, or again within a request.
     *
     * @param lookUpNanos what of the time was spent on the server's name
     */
    public void opened(Object client, long lookUpNanos) {
        PooledClient pooled =
                takings.isOpening(client) ? takings.opened(client, lookUpNanos) : resending.reopened(client);
        if (pooled != null) {
            settings.lookAfter(); // looks after what is lent as well: the application may drop it
            settings.tcp(pooled.origin()).applyTo(JdkClient.socket(client), settings);
        }
    }

    /** Ends the taking: the JDK has a client. */
    public void settle(Object client) {
        takings.settle(client);
    }

    /** Ends the taking: the JDK has failed to get a client. */
    public void settleFailed() {
        takings.settleFailed();
    }

    public HandshakeTimes handshakeTimes() {
        return handshakeTimes;
    }

    /**
     * A request is about to go out on this client.
     *
     * @param body all of it; null for none, or one that is streamed
     */
    public void requestWritten(Object client, Object headers, Object body) {
        writing.begins(client, headers, body);
    }

    /** It went out, or could not. */
    public void requestSent(Object client) {
        writing.ended(client);
    }

    /** The JDK waits for the answer; it may close, open and send once more before {@link #answered} or {@link #answerFailed}. */
    public void answerAwaited(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.hold();
            reading.begin(pooled);
            resending.answerAwaited(pooled, client);
        }
    }

    /** The head of a response, perhaps, was read. */
    public void headRead(Object headers) {
        reading.headRead(headers);
    }

    public void answered(Object client, Object headers) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            try {
                reading.end();
                pooled.probes().answered();
                follow(pooled, client, headers);
            } finally {
                pooled.release(); // even if the stack runs out just there: a hold that stays would keep the slot for
                // good
            }
        }
    }

    public void answerFailed(Object thrown, Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            reading.end();
            pooled.probes().answered();
            if (pooled.wasUsed() && !(thrown instanceof SocketTimeoutException)) {
                trust.closedWithoutAWord(pooled.origin());
            }
            pooled.release();
        }
    }

    /** {@code getInputStream()} throws. */
    public void refused(Object connection) {
        errorBodies.refused(connection);
    }

    /** @return false if this client is none of ours */
    public boolean giveBack(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled == null) {
            return false;
        }
        if (pooled.giveBack(client)) {
            settings.lookAfter();
        }
        return true;
    }

    /** It is about to close its connection, if it has one. */
    public void disconnecting(Object connection) {
        errorBodies.disconnecting(connection);
    }

    /** It leaves its connection for that of a redirect, or to answer a challenge. */
    public void leaving(Object connection) {
        Object client = JdkConnection.client(connection);
        PooledClient pooled = client == null ? null : clients.of(client);
        if (pooled != null) {
            pooled.leaving().begin();
        }
    }

    /** {@code closeServer()}: true if this connection must not be closed, since it is free, or will be. */
    public boolean keepsOpen(Object client) {
        PooledClient pooled = clients.of(client);
        return pooled != null && pooled.leaving().end() && draining.keeps(pooled, client);
    }

    /** @return true if the rest of this response is read by us, and the JDK must not close it */
    public boolean drains(Object body) {
        return draining.takesOver((InputStream) body);
    }

    /** Whether the look at this connection was ours, just now. */
    public boolean isQuiet(Object client) {
        return takings.hasAnswered(client);
    }

    /** {@code closeServer()}: the JDK gives this connection up. */
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

    /** Sees to what the application has dropped, or has had for long. Whether there may be more of it. */
    public boolean collectDropped() {
        clients.collectAbandoned(pool);
        clients.loans().tellOverdue();
        resending.lookAfter();
        return pool.demand().isBorrowing();
    }

    /** Told twice of the same answer where the JDK has sent the request once more. */
    private void follow(PooledClient pooled, Object client, Object headers) {
        if (!pooled.closeRequest().isDressed()) {
            pooled.exchange().answered(headers);
            closeHeaders.answered(pooled, client, headers);
        }
    }
}
