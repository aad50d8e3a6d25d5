package io.kaagent.url;

import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;

/** The JDK writes a request: what is noted of it, and how it goes out. Threading: the thread that runs the request. */
final class Writing {
    private final Pool pool;
    private final Clients clients;
    private final Settings settings;
    private final CloseHeaders closeHeaders;

    Writing(Pool pool, Clients clients, Settings settings, CloseHeaders closeHeaders) {
        this.pool = pool;
        this.clients = clients;
        this.settings = settings;
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
        if (HeadWithBody.isFor(body) && mayWait(pooled)) {
            HeadWithBody both = HeadWithBody.in(JdkClient.output(client));
            if (both != null) {
                both.begin();
            }
        }
    }

    /** It went out, or could not. */
    void ended(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            pooled.closeRequest().putBack();
            HeadWithBody.end(JdkClient.output(client));
        }
    }

    /**
     * Not where a POST must not be sent twice. Where the server has just closed, the body's write may fail by what the head's has caused, and
     * then the JDK sends again whatever it was told: the server has not got the body. With both in one write only the read fails, and the
     * application would see it.
     */
    private boolean mayWait(PooledClient pooled) {
        OriginOptions options = settings.of(pooled.origin());
        return options.headWithBody() && options.resendPost() && JdkClient.mayResendPost();
    }
}
