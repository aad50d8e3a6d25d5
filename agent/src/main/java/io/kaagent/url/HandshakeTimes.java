package io.kaagent.url;

import io.kaagent.pool.Accounting;

/** How long the JDK's clients take for their TLS handshakes. Called by the hooks, on the application's threads. */
public final class HandshakeTimes {
    private final Accounting accounting;
    private final Clients clients;

    HandshakeTimes(Accounting accounting, Clients clients) {
        this.accounting = accounting;
        this.clients = clients;
    }

    /** It begins; with a connection that has made one before it is over already. */
    public void begins(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            accounting.handshakes(pooled.connection());
        }
    }

    /** It is over. */
    public void ended(Object client) {
        PooledClient pooled = clients.of(client);
        if (pooled != null) {
            accounting.handshaken(pooled.connection());
        }
    }
}
