package io.kaagent.url;

import io.kaagent.jdk.WeakIdentityMap;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.tcp.OsSocket;
import io.kaagent.tcp.QuietLook;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * Which client of the JDK, and which socket, belongs to which pooled connection. The socket too, because the JDK does not always
 * close through its client: after a response that is not kept alive the input stream closes the socket.
 *
 * <p>Threading: any thread, no lock.
 */
final class Clients {
    private final WeakIdentityMap<PooledClient> byClient = new WeakIdentityMap<PooledClient>();
    private final WeakIdentityMap<PooledClient> bySocket = new WeakIdentityMap<PooledClient>();
    private final Settings settings;
    private final Loans loans;

    Clients(Settings settings) {
        this.settings = settings;
        this.loans = new Loans(settings);
    }

    Loans loans() {
        return loans;
    }

    /** Null for a client that is none of ours. */
    PooledClient of(Object client) {
        return byClient.get(client);
    }

    /** Once for each client. */
    void remember(Object client, PooledClient pooled) {
        byClient.put(client, pooled);
        rememberSocket(client, pooled);
    }

    /** For each socket that the client opens. The one below TLS: that one is closed in the end, whoever closes. */
    void rememberSocket(Object client, PooledClient pooled) {
        bySocket.put(OsSocket.below(JdkClient.socket(client)), pooled);
    }

    void forget(Object client) {
        byClient.remove(client);
    }

    /** The connection of a socket that was closed just now; asked once for each socket, then forgotten. */
    PooledClient closed(Object socket) {
        return bySocket.remove(socket);
    }

    /** Gives back the slots of connections that the application dropped without closing or reading them. */
    void collectAbandoned(Pool pool) {
        for (PooledClient p = byClient.pollDropped(); p != null; p = byClient.pollDropped()) {
            if (pool.gone(p.connection(), Reason.ABANDONED)) {
                pool.accounting().leaked(p.connection());
                loans.dropped(p);
            }
        }
        while (bySocket.pollDropped() != null) {
            // the client of this socket was dropped with it, or has another by now
        }
    }

    /** For the pool: nobody uses it any more. */
    void end(Object client) {
        forget(client);
        close(client);
    }

    /** A plain socket at once; TLS on a thread of the agent's, since that close writes. */
    void close(final Object client) {
        if (JdkClient.socket(client) instanceof SSLSocket) {
            settings.closeTls(new Runnable() {
                @Override
                public void run() {
                    closeWithGoodbye(client);
                }
            });
        } else {
            JdkClient.close(client);
        }
    }

    /** A goodbye that would have to wait for the peer to read is not said. */
    private static void closeWithGoodbye(Object client) {
        Socket below = OsSocket.below(JdkClient.socket(client));
        if (!QuietLook.canBeWritten(below)) {
            try {
                below.close();
            } catch (IOException e) {
                // the JDK, below, closes it once more
            }
        }
        JdkClient.close(client);
    }
}
