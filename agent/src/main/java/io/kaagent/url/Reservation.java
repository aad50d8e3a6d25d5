package io.kaagent.url;

import io.kaagent.pool.Connection;
import java.net.URL;

/**
 * What one call of {@code HttpClient.New} has got from the pool: a connection to reuse, or the right to open one. Reservations of a
 * thread nest, since a socket factory or a name service may itself make requests.
 *
 * <p>Threading: confined to the thread that reserved.
 */
final class Reservation {
    private final URL url;
    private final Connection connection;
    private final Handshake handshake;
    private final boolean forOneUse;
    private final Reservation outer;
    private PooledClient pooled;
    private Object client;
    private boolean answered;
    private boolean left;

    Reservation(URL url, Connection connection, Handshake handshake, boolean forOneUse, Reservation outer) {
        this.url = url;
        this.connection = connection;
        this.handshake = handshake;
        this.forOneUse = forOneUse;
        this.outer = outer;
        if (connection != null && !connection.mustConnect()) {
            pooled = (PooledClient) connection.resource();
            client = pooled.client();
            pooled.hold();
        }
    }

    /** Stands for a call of {@code HttpClient.New} that is none of ours. */
    static Reservation none(Reservation outer) {
        return new Reservation(null, null, null, false, outer);
    }

    boolean isNone() {
        return connection == null || left;
    }

    Connection connection() {
        return connection;
    }

    /** How a connection that is opened for it makes its TLS handshake; null without TLS. */
    Handshake handshake() {
        return handshake;
    }

    /** Whether what is opened for it must not be used again ({@link Trust}). */
    boolean isForOneUse() {
        return forOneUse;
    }

    Reservation outer() {
        return outer;
    }

    /** The connection; null as long as none is open. */
    PooledClient pooled() {
        return pooled;
    }

    /** The JDK's client of the connection; null as long as none is open. */
    Object client() {
        return client;
    }

    /** For {@code KeepAliveCache.get}: the client to reuse, once, and for this request only; null when a new one has to be opened. */
    Object answer(Object asked) {
        if (answered || pooled == null || asked != url) {
            return null;
        }
        answered = true;
        return client;
    }

    /** Whether this client was the answer. */
    boolean hasAnswered(Object asked) {
        return answered && pooled != null && asked == client;
    }

    /** What was taken is not answered: the JDK shall open another in its place. */
    void refuse() {
        answered = true;
    }

    /** Whether a client that opens a socket on this thread does it for this reservation. */
    boolean isFor(Object opening) {
        return !isNone() && JdkClient.url(opening) == url;
    }

    /** The JDK has opened what the pool can't follow: from now on this call is none of ours. */
    void leave() {
        pooled = null;
        left = true;
    }

    /** A socket was opened for it: the first one, or one in place of a reused connection that the JDK refused. */
    void bind(PooledClient newPooled, Object newClient) {
        pooled = newPooled;
        client = newClient;
        answered = true;
        newPooled.hold();
    }
}
