package io.kaagent.url;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Resource;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * One connection of the JDK's HTTP client as the pool sees it, and what has happened on it since it was taken.
 *
 * <p>Holds its client strongly only while it is free. In a caller's hands the client belongs to the caller: if the application
 * drops it unread, the garbage collector must find it, and {@link Clients} then gives the slot back.
 *
 * <p>The JDK's own retry closes the socket and opens another within one call. A close is therefore not believed at once while the
 * connection is <em>held</em> (inside {@code HttpClient.New} or {@code parseHTTP}): the slot stays until the hold ends, so that the
 * retry never waits, and no limit is exceeded.
 *
 * <p>Threading: its caller's thread, but the socket may be closed by any; hence the few synchronized lines, none of which calls out.
 */
final class PooledClient implements Resource {
    /** Long enough for a close that came with the answer, shorter than any server's idle limit. */
    private static final long RIGHT_AFTER_NANOS = 50000000;

    private final Pool pool;
    private final Clients clients;
    private final Connection connection;
    private final Trust trust;
    private final Naming naming;
    private final Exchange exchange = new Exchange();
    private final Quiet quiet;
    private final Leaving leaving = new Leaving();
    private final CloseRequest closeRequest = new CloseRequest();
    private final Probes probes = new Probes();

    private volatile Object free;
    private volatile long givenBackAt;
    private volatile boolean used;
    private volatile int givenBack;
    private volatile boolean forOneUse;
    private int holds;
    private boolean closed;

    /** @param handshake how it was named; null without TLS */
    PooledClient(Pool pool, Clients clients, Trust trust, Connection connection, Handshake handshake) {
        this.pool = pool;
        this.clients = clients;
        this.trust = trust;
        this.connection = connection;
        this.naming = new Naming(handshake);
        this.quiet = new Quiet(naming.isOfTls());
    }

    Connection connection() {
        return connection;
    }

    Exchange exchange() {
        return exchange;
    }

    Naming naming() {
        return naming;
    }

    Probes probes() {
        return probes;
    }

    CloseRequest closeRequest() {
        return closeRequest;
    }

    /** The client while it is free or being handed over; null in a caller's hands. */
    Object client() {
        return free;
    }

    /** The caller has it now, and with it the only strong reference. */
    void handedOver() {
        exchange.taken();
        leaving.forget();
        free = null;
    }

    /**
     * Rules 14-19: the response was read to its end and the JDK wants to keep the connection.
     *
     * @return false if this is not the end of an exchange of the caller who has the connection: nothing was done
     */
    boolean giveBack(Object client) {
        LastReader reader = new LastReader();
        if (!exchange.over(reader)) {
            return false;
        }
        clients.loans().end(this);
        boolean reusable = reader.isGone && mayBeReused(client);
        Hint hint = exchange.hint();
        used = true;
        givenBack = givenBack + 1; // by the one who has it
        givenBackAt = System.nanoTime();
        quiet.isFree();
        free = client; // before the pool has it: the next caller may run before give() returns
        if (pool.give(connection, reusable, hint) == Fate.IGNORED) {
            close(Reason.CLOSED_BY_OWNER); // its slot is gone: nobody may use it any more
        }
        return true;
    }

    @Override
    public boolean isQuiet() {
        return quiet.isQuiet(freeSocket());
    }

    @Override
    public boolean seemsQuiet() {
        return quiet.seemsQuiet(freeSocket());
    }

    Leaving leaving() {
        return leaving;
    }

    /** Whether its socket was closed, and no other opened. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** How many exchanges are over. */
    int timesGivenBack() {
        return givenBack;
    }

    /** Whether it has served a request before the present one. */
    boolean wasUsed() {
        return used;
    }

    /** The connection ends with this request: its origin is not to be trusted with another, or was asked to close. */
    void useOnce() {
        forOneUse = true;
    }

    boolean isForOneUse() {
        return forOneUse;
    }

    /** While it is free, or was until just now. */
    boolean wasIdleFor(long millis) {
        return System.nanoTime() - givenBackAt >= millis * 1000000L;
    }

    Origin origin() {
        return connection.name().origin();
    }

    @Override
    public void close(Reason reason) {
        Object client = free;
        free = null;
        if (client != null) {
            if (reason == Reason.NOT_QUIET) {
                learnFrom(JdkClient.socket(client));
            }
            clients.end(client);
        }
    }

    /** Until {@link #release()}, closing does not end the connection: the JDK may open again. */
    synchronized void hold() {
        holds++;
    }

    void release() {
        if (endsWithHold()) {
            gone();
        }
    }

    /** The JDK has opened a socket in place of the one it closed. */
    synchronized void reopened() {
        closed = false;
        probes.madeAnew();
        naming.madeAnew();
    }

    /** The socket was closed, by the JDK, the application, or us (then the pool knows already). */
    void socketClosed() {
        if (endsWithClose()) {
            gone();
        }
    }

    private void gone() {
        clients.loans().end(this);
        pool.gone(connection, Reason.CLOSED_BY_OWNER);
    }

    /** It is ours alone now: whoever looked, a caller or the sweep, may have raced with another caller, but that is over. */
    private void learnFrom(Socket socket) {
        if (quiet.hasBytes(socket)) {
            trust.sentUnasked(origin());
        } else if (System.nanoTime() - givenBackAt < RIGHT_AFTER_NANOS) {
            trust.closedWithoutAWord(origin());
        }
    }

    private boolean mayBeReused(Object client) {
        Leftovers.Found found = Leftovers.in(JdkClient.input(client), JdkClient.socket(client) instanceof SSLSocket);
        if (found == Leftovers.Found.BYTES) {
            trust.sentUnasked(origin());
        }
        return found == Leftovers.Found.NOTHING
                && Quiet.hidesNothing(JdkClient.socket(client))
                && exchange.mayBeShared()
                && !forOneUse
                && trust.allowsReuse(origin())
                && naming.isRight(client);
    }

    private Socket freeSocket() {
        Object client = free;
        return client == null ? null : JdkClient.socket(client);
    }

    private synchronized boolean endsWithHold() {
        holds--;
        return holds == 0 && closed;
    }

    private synchronized boolean endsWithClose() {
        closed = true;
        return holds == 0;
    }

    /** Whoever drains it leaves it as the application has left it, or it is of no use. */
    private static final class LastReader implements Exchange.Ending {
        private boolean isGone = true;

        @Override
        public void drainedBy(Drain drain) {
            isGone = drain.end();
        }
    }
}
