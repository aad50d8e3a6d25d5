package io.kaagent.url;

import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;

/** The JDK writes a request: what is noted of it, and how it goes out. Threading: the thread that runs the request. */
final class Writing {
    private final Pool pool;
    private final Clients clients;
    private final CloseHeaders closeHeaders;

    Writing(Pool pool, Clients clients, CloseHeaders closeHeaders) {
        this.pool = pool;
        this.clients = clients;
        this.closeHeaders = closeHeaders;
    }

    /** @param body all of it; null for none, or one that is streamed */
    void begins(Object client, Object headers, Object body) {
        PooledClient pooled = clients.of(client);
        if (pooled == null) {
            return;
        }
        if (Tunnel.isForARawSocket(client, headers)) {
            clients.forget(client);
            pool.gone(pooled.connection(), Reason.NOT_REUSABLE);
            return;
        }
        if (!Tunnel.isConnect(headers)) {
            pooled.connection().asked(); // what goes to a proxy first is none of the application's
        }
        pooled.leaving().forget();
        pooled.exchange().written(headers);
        closeHeaders.requestWritten(pooled, client, headers);
        if (body != null) {
            HeadWithBody both = HeadWithBody.in(JdkClient.output(client));
            if (both != null) {
                both.begin();
                pooled.exchange().goesOutWith(both);
            }
        }
    }

    /** It went out, or could not. */
    void ended(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.closeRequest().putBack();
            HeadWithBody both = pooled.exchange().wentOutWith();
            if (both != null) {
                both.end(JdkClient.output(client));
            }
        }
    }
}
