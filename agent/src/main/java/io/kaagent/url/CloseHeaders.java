package io.kaagent.url;

import io.kaagent.config.CloseHeader;
import io.kaagent.config.OriginOptions;
import java.net.HttpURLConnection;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The application's {@code Connection: close} on pooled connections. It is a word to the next hop about this very connection (RFC
 * 9110, 7.6.1), and the connection is the agent's: the server gets {@code keep-alive} in its place, and the application sees the
 * answer that the server would have given.
 *
 * <p>What that would have been is learned: the first request to a server that asks to close goes out as it is, as do those that
 * follow before it is answered, and each of them ends its connection (RFC 9112, 9.6). Learned again by whatever goes out unchanged
 * after that. At most {@value #MOST_PEERS} servers are known; then it begins anew.
 *
 * <p>Left as it is: with {@code closeHeader=honour} or {@code keepAlive=false}; where the JDK keeps nothing ({@code
 * http.keepAlive=false}) or the connection is for one use; CONNECT; with credentials that bind the connection to a user; beside
 * other connection options or an Upgrade.
 *
 * <p>Threading: any thread, no lock.
 */
final class CloseHeaders {
    private static final int MOST_PEERS = 1000;

    private final ConcurrentHashMap<String, AnswerToClose> learned = new ConcurrentHashMap<String, AnswerToClose>();
    private final Settings settings;

    CloseHeaders(Settings settings) {
        this.settings = settings;
    }

    /** The JDK is about to write it; {@link CloseRequest#putBack} has to follow. */
    void requestWritten(PooledClient pooled, Object client, Object request) {
        CloseRequest close = pooled.closeRequest();
        close.notAsked();
        int at = CloseRequest.indexIn(request);
        if (at == CloseRequest.NONE || !isOurs(pooled, client, request)) {
            return;
        }
        AnswerToClose answer = learned.get(peer(pooled, client));
        if (answer == null) {
            close.sent(request);
            pooled.useOnce();
        } else {
            close.replace(request, at, answer);
        }
    }

    void answered(PooledClient pooled, Object client, Object answer) {
        CloseRequest close = pooled.closeRequest();
        if (!Fields.isFinalAnswer(answer)) {
            return;
        }
        if (close.isToBeLearned()) {
            String peer = peer(pooled, client);
            remember(peer, close.learn(learned.get(peer), answer));
        } else {
            close.dress(answer);
        }
    }

    /**
     * Whether this request needs a connection that was idle for a short time at most: it asks to close, so that without the agent it
     * would have had one of its own, and it must not be sent twice.
     */
    static boolean needsFresh(HttpURLConnection connection, OriginOptions options) {
        return options.closeHeader() == CloseHeader.REWRITE
                && CloseRequest.isClose(connection.getRequestProperty(CloseRequest.NAME))
                && !Trust.isRepeatable(connection);
    }

    private boolean isOurs(PooledClient pooled, Object client, Object request) {
        OriginOptions options = settings.of(pooled.origin());
        return options.closeHeader() == CloseHeader.REWRITE
                && options.keepAlive()
                && !pooled.isForOneUse()
                && JdkClient.keepsAlive(client)
                && !Tunnel.isConnect(request)
                && !BoundToUser.isBound(request);
    }

    private void remember(String peer, AnswerToClose answer) {
        if (learned.size() >= MOST_PEERS) {
            learned.clear();
        }
        learned.put(peer, answer);
    }

    /** A proxy answers for itself. */
    private static String peer(PooledClient pooled, Object client) {
        String proxy = JdkClient.proxy(client);
        return proxy == null ? pooled.origin().toString() : pooled.origin() + " through " + proxy;
    }
}
