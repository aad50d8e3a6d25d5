package io.kaagent.url;

import io.kaagent.jdk.Members;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Origin;
import java.lang.reflect.Method;
import java.net.HttpURLConnection;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an origin has shown of itself. The look at a connection can't see what arrives a moment later: a server that sends bytes
 * nobody asked for, or closes right after an answer without saying so, is safe only as long as its connections are not used again.
 * An application that called {@code disconnect()} was safe from it, and must stay so once the server has shown what it does.
 *
 * <p>Bytes nobody asked for: no connection of the origin is used again for {@value #UNASKED_MINUTES} minutes. Closing without a word:
 * for a minute no request that the JDK can't send again (streaming), or should not (POST), gets a used connection.
 *
 * <p>Threading: any thread, no lock. Costs nothing as long as no origin has done so.
 */
final class Trust {
    private static final int UNASKED_MINUTES = 5;
    private static final long MINUTE_NANOS = 60000000000L;
    private static final int MOST_ORIGINS = 1000;
    private static final Method STREAMING = Members.method("sun.net.www.protocol.http.HttpURLConnection", "streaming");

    private final ConcurrentHashMap<Origin, Long> unaskedUntil = new ConcurrentHashMap<Origin, Long>();
    private final ConcurrentHashMap<Origin, Long> closesUntil = new ConcurrentHashMap<Origin, Long>();
    private final Settings settings;
    private final Clock clock;

    Trust(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether its connections may be used again at all. */
    boolean allowsReuse(Origin origin) {
        return hasPassed(unaskedUntil, origin);
    }

    /** Whether this request may go out on a connection that was used before. */
    boolean allowsReuseFor(Origin origin, Object connection) {
        return allowsReuse(origin) && (hasPassed(closesUntil, origin) || isRepeatable(connection));
    }

    /** Bytes were there that belong to no response. */
    void sentUnasked(Origin origin) {
        remember(unaskedUntil, origin, UNASKED_MINUTES * MINUTE_NANOS);
        settings.sentUnasked(origin, UNASKED_MINUTES);
    }

    /** A connection was closed right after an answer that did not say so, or under a request. */
    void closedWithoutAWord(Origin origin) {
        remember(closesUntil, origin, MINUTE_NANOS);
    }

    /** Whether the JDK can send it again, and may. */
    static boolean isRepeatable(Object connection) {
        if (connection == null) {
            return true;
        }
        boolean streaming = STREAMING == null || (Boolean) Members.call(STREAMING, connection);
        return !streaming && isIdempotent((HttpURLConnection) connection);
    }

    /** Who wants to send a body by GET sends it by POST in the end; the JDK changes the method as late as that. */
    private static boolean isIdempotent(HttpURLConnection connection) {
        String method = connection.getRequestMethod();
        return !"POST".equals(method) && !"PATCH".equals(method) && !("GET".equals(method) && connection.getDoOutput());
    }

    private boolean hasPassed(ConcurrentHashMap<Origin, Long> until, Origin origin) {
        if (until.isEmpty()) {
            return true;
        }
        Long end = until.get(origin);
        if (end == null) {
            return true;
        }
        if (end - clock.nanos() > 0) {
            return false;
        }
        until.remove(origin, end);
        return true;
    }

    private void remember(ConcurrentHashMap<Origin, Long> until, Origin origin, long nanos) {
        if (until.size() >= MOST_ORIGINS) {
            until.clear(); // better forgetful than without end; the look goes on all the same
        }
        until.put(origin, clock.nanos() + nanos);
    }
}
