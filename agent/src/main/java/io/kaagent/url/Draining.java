package io.kaagent.url;

import io.kaagent.background.Drainers;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import java.io.IOException;
import java.io.InputStream;

/**
 * Responses whose rest nobody wants: closed before their end, redirects, and challenges that the JDK answers itself. The JDK closes their
 * connections, but for a body of known length up to 512 KB, which one thread reads after the other, up to five seconds each. Here the
 * rest is read, within {@code ka.drainBytes} and {@code ka.drainTime}, and the connection is free again.
 *
 * <p>What is there is read at once; for what is not, a thread of the agent's waits, never the application's.
 *
 * <p>Not touched: what can't be used again anyhow, streams of events, a request of which the server may not have all, and
 * challenges of NTLM, Negotiate and Kerberos, which go on upon their connection or not as the JDK has it.
 *
 * <p>Threading: any thread.
 */
final class Draining {
    private static final int AT_ONCE = 65536;
    private static final int AT_ONCE_MILLIS = 20;

    private final Pool pool;
    private final Clients clients;
    private final Settings settings;
    private final Trust trust;
    private final Drainers drainers = new Drainers();

    Draining(Pool pool, Clients clients, Settings settings, Trust trust) {
        this.pool = pool;
        this.clients = clients;
        this.settings = settings;
        this.trust = trust;
    }

    /** A body is closed. True if it is seen to, and the JDK must not close it as well. */
    boolean takesOver(InputStream body) {
        Object client = JdkBody.client(body);
        PooledClient pooled = client == null ? null : clients.of(client);
        if (pooled == null) {
            return client != null && isRevived(client);
        }
        Answered answer = pooled.exchange().answer();
        if (JdkBody.client(body) == null) {
            return false; // over meanwhile: so the answer may be another one
        }
        if (answer == null) {
            return pooled.exchange().isDrained(); // closed twice
        }
        boolean itself = JdkBody.closesItself(body); // at an end that has come too early, and has to stay the end
        if (itself || !mayBeUsedAgain(pooled, client, answer) || isThere(body)) {
            return false;
        }
        if (!drain(pooled, client, body, answer) && pooled.exchange().cut(answer)) {
            clients.close(client); // the JDK might queue it behind slow servers, and its slot with it
        }
        return true;
    }

    /**
     * The JDK goes on to another request, and is about to close this connection. True if it must not.
     *
     * @param client on which a response was read, but for its body
     */
    boolean keeps(PooledClient pooled, Object client) {
        Answered answer = pooled.exchange().answer();
        if (answer == null || !JdkBody.areKnown() || !mayBeUsedAgain(pooled, client, answer)) {
            return false;
        }
        InputStream body = JdkClient.input(client);
        Arrivals arrivals = new Arrivals(pooled, client);
        if (pooled.exchange().request().is("HEAD") || !JdkBody.isOne(body) && !JdkBody.isMetered(body)) {
            JdkClient.finish(client); // no body
            return arrivals.areOver();
        }
        if (JdkBody.client(body) != client) {
            return false;
        }
        return arrivals.await(new Discarding(body, AT_ONCE), AT_ONCE_MILLIS)
                || drain(pooled, client, body, answer)
                || arrivals.areOver();
    }

    private boolean mayBeUsedAgain(PooledClient pooled, Object client, Answered answer) {
        OriginOptions options = settings.of(pooled.origin());
        return pooled.exchange().mayBeDrained(answer)
                && options.drainBytes() > 0
                && options.drainTimeMillis() > 0
                && options.keepAlive()
                && !pooled.isForOneUse()
                && trust.allowsReuse(pooled.origin())
                && JdkClient.isKeepingAlive(client);
    }

    private boolean drain(PooledClient pooled, Object client, InputStream body, Answered answer) {
        OriginOptions options = settings.of(pooled.origin());
        if (JdkBody.left(body) > options.drainBytes() || !JdkBody.forgetTrailers(body)) {
            return false;
        }
        Drain drain = new Drain(
                pool,
                clients,
                pooled,
                client,
                JdkClient.socket(client),
                body,
                options.drainBytes(),
                options.drainTimeMillis());
        if (!pooled.exchange().drain(answer, drain)) {
            return false;
        }
        clients.loans().end(pooled);
        if (!drainers.run(pooled.origin(), drain)) {
            pooled.exchange().notDrained(answer, drain);
            return false;
        }
        return true;
    }

    /**
     * Up to JDK 17 the finalizer of a response that the application has dropped reads it to its end, and the JDK would keep its connection, which is
     * the pool's no more, and whose socket may be finalized just as well.
     */
    private boolean isRevived(Object client) {
        if (!"Finalizer".equals(Thread.currentThread().getName())) {
            return false;
        }
        Origin origin = ConnectionName.origin(JdkClient.url(client));
        if (origin == null || !settings.mayHavePooled(origin)) {
            return false;
        }
        clients.close(client);
        return true;
    }

    private static boolean isThere(InputStream body) {
        try {
            return JdkBody.isThere(body) || JdkBody.client(body) == null;
        } catch (IOException e) {
            return true; // broken: the JDK finds it so, too
        }
    }
}
