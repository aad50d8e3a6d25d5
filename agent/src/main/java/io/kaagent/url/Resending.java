package io.kaagent.url;

import io.kaagent.pool.Pool;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JDK sends a request once more, on another connection, if its connection ends without an answer: also a POST ({@code
 * sun.net.http.retryPost}), which the server may have carried out. It says nothing of it; here it is counted and told, and {@code
 * ka.resendPost=false} forbids it for a POST. None is sent once more because of the
 * agent: while one waits for its answer its connection is not probed.
 *
 * <p>Threading: the thread that runs the request; {@link #lookAfter} any.
 */
final class Resending {
    private static final String POST = "POST";

    private final Pool pool;
    private final Clients clients;
    private final Settings settings;
    private final Trust trust;
    private final Set<PooledClient> unprobed =
            Collections.newSetFromMap(new ConcurrentHashMap<PooledClient, Boolean>());

    Resending(Pool pool, Clients clients, Settings settings, Trust trust) {
        this.pool = pool;
        this.clients = clients;
        this.settings = settings;
        this.trust = trust;
    }

    void answerAwaited(PooledClient pooled, Object client) {
        Written request = pooled.exchange().request();
        boolean forbidden = request.is(POST) && !settings.of(pooled.origin()).resendPost();
        if (forbidden) {
            JdkClient.neverSendAgain(client);
        }
        if (forbidden || request.isIdempotent()) {
            pooled.probes().goOn();
        } else if (pooled.naming().isProbedByUsAlone()) {
            pause(pooled, client);
        }
    }

    /** To be called now and then: lets the probes go on where no request waits any more. */
    void lookAfter() {
        // of a copy: what is put back comes last, so that an iterator might never see the end
        for (PooledClient pooled : unprobed.toArray(new PooledClient[0])) {
            unprobed.remove(pooled); // first: its owner may add it anew at any moment
            if (!pooled.probes().goOnUnlessAwaited()) {
                unprobed.add(pooled);
            }
        }
    }

    /** The JDK has opened another connection for the same request: the slot was kept. Null if this client is none of ours. */
    PooledClient reopened(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            if (pooled.wasUsed()) {
                trust.closedWithoutAWord(pooled.origin()); // what it sends once more has met a closed connection
            }
            pooled.reopened();
            pool.reopened(pooled.connection(), pooled);
            sentAgain(pooled);
            clients.rememberSocket(client, pooled);
        }
        return pooled;
    }

    /**
     * Without the agent a POST or PATCH outlives a network that is gone for a while. Probes would end its connection, and the JDK would send it
     * twice.
     */
    private void pause(PooledClient pooled, Object client) {
        if (pooled.probes().pause(settings.tcp(pooled.origin()), JdkClient.socket(client))) {
            unprobed.add(pooled);
        }
    }

    private void sentAgain(PooledClient pooled) {
        pool.accounting().resent(pooled.connection());
        String method = pooled.exchange().request().method;
        settings.sentAgain(pooled.origin(), method, POST.equals(method));
    }
}
