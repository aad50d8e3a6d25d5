package io.kaagent.hook;

import io.kaagent.url.UrlPool;

/**
 * What the JDK's HTTP client calls where it would lose a connection that it need not lose. As {@link UrlHooks}, on whose pool they
 * work: without one, and when something of ours fails, they let pass.
 */
public final class ResponseHooks {
    private ResponseHooks() {}

    /** After {@code HttpURLConnection.getInputStream0} has thrown. */
    public static void refused(Object connection) {
        UrlPool urls = UrlHooks.pool;
        if (urls != null) {
            try {
                urls.refused(connection);
            } catch (Throwable e) {
                Failures.report("refused", e);
            }
        }
    }

    /** Before {@code HttpURLConnection.disconnectInternal}. */
    public static void disconnecting(Object connection) {
        UrlPool urls = UrlHooks.pool;
        if (urls != null) {
            try {
                urls.disconnecting(connection);
            } catch (Throwable e) {
                Failures.report("disconnecting", e);
            }
        }
    }

    /** Before {@code HttpURLConnection} leaves its connection for that of a redirect, or to answer a challenge. */
    public static void leaving(Object connection) {
        UrlPool urls = UrlHooks.pool;
        if (urls != null) {
            try {
                urls.leaving(connection);
            } catch (Throwable e) {
                Failures.report("leaving", e);
            }
        }
    }

    /** For {@code HttpClient.closeServer} and that of {@code HttpsClient}: true if it must stay open. */
    public static boolean keepsOpen(Object client) {
        UrlPool urls = UrlHooks.pool;
        try {
            return urls != null && urls.keepsOpen(client);
        } catch (Throwable e) {
            Failures.report("keepsOpen", e);
            return false;
        }
    }

    /** For the {@code close()} of a response's body: true if the rest of it is read, and nothing is to be closed. */
    public static boolean drains(Object body) {
        UrlPool urls = UrlHooks.pool;
        try {
            return urls != null && urls.drains(body);
        } catch (Throwable e) {
            Failures.report("drains", e);
            return false;
        }
    }

    /** For {@code HttpClient.available}: true if the pool has looked at it just now. */
    public static boolean isQuiet(Object client) {
        UrlPool urls = UrlHooks.pool;
        try {
            return urls != null && urls.isQuiet(client);
        } catch (Throwable e) {
            Failures.report("isQuiet", e);
            return false;
        }
    }

    /** After {@code MessageHeader.parseHeader}. */
    public static void headRead(Object headers) {
        UrlPool urls = UrlHooks.pool;
        if (urls != null) {
            try {
                urls.headRead(headers);
            } catch (Throwable e) {
                Failures.report("headRead", e);
            }
        }
    }
}
