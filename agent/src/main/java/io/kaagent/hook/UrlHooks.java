package io.kaagent.hook;

import io.kaagent.url.UrlPool;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;

/**
 * What the JDK's HTTP client calls, from inside its own methods. As long as {@link #pool} is null every hook lets pass; so it does
 * when something of ours fails, after telling {@link Failures}. Only {@link #reserve} throws, and only what rule 12 means for the
 * application.
 *
 * <p>No {@code sun.*} type in a signature: these classes are in another module, and such a call would not link.
 */
public final class UrlHooks {
    /** Set last of all at the start, when every seam is in place; set back to null to let everything pass. */
    static volatile UrlPool pool;

    private static volatile boolean keepAliveForced;

    private UrlHooks() {}

    /** From now on connections are pooled. */
    public static void connect(UrlPool urlPool, boolean forceKeepAlive) {
        keepAliveForced = forceKeepAlive;
        pool = urlPool;
    }

    public static Object reserve(
            URL url,
            Proxy proxy,
            int connectTimeout,
            boolean useCache,
            Object connection,
            Object factory,
            Object verifier)
            throws IOException {
        UrlPool urls = pool;
        if (urls == null || Failures.tooMany()) {
            return null;
        }
        try {
            return urls.reserve(url, proxy, connectTimeout, useCache, connection, factory, verifier);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            Failures.report("reserve", e);
            return null;
        }
    }

    public static void settle(Object reservation, Object client, Throwable thrown) {
        UrlPool urls = pool;
        if (urls != null && reservation != null) {
            try {
                urls.settle(reservation, client, thrown);
            } catch (Throwable e) {
                Failures.report("settle", e);
            }
        }
    }

    public static Object answer() {
        UrlPool urls = pool;
        try {
            return urls == null ? null : urls.answer();
        } catch (Throwable e) {
            Failures.report("answer", e);
            return null;
        }
    }

    public static boolean giveBack(Object client) {
        UrlPool urls = pool;
        try {
            return urls != null && urls.giveBack(client);
        } catch (Throwable e) {
            Failures.report("giveBack", e);
            return true; // the pool may have it already: in two caches it would serve two callers
        }
    }

    public static void opened(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.opened(client);
            } catch (Throwable e) {
                Failures.report("opened", e);
            }
        }
    }

    public static void requestWritten(Object client, Object headers) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.requestWritten(client, headers);
            } catch (Throwable e) {
                Failures.report("requestWritten", e);
            }
        }
    }

    public static void answerAwaited(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.answerAwaited(client);
            } catch (Throwable e) {
                Failures.report("answerAwaited", e);
            }
        }
    }

    public static void answered(Object client, Object headers, Throwable thrown) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.answered(client, headers, thrown);
            } catch (Throwable e) {
                Failures.report("answered", e);
            }
        }
    }

    public static void closed(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.closed(client);
            } catch (Throwable e) {
                Failures.report("closed", e);
            }
        }
    }

    /** {@code ka.keepAlive=true} was given, and the JDK was told {@code http.keepAlive=false}. */
    public static boolean keepAliveForced() {
        return keepAliveForced;
    }
}
