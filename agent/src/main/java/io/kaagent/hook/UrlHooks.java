package io.kaagent.hook;

import io.kaagent.url.UrlPool;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;

/**
 * What the JDK's HTTP client calls, from inside its own methods. As long as {@link #pool} is null every hook lets pass, but that the first
 * request {@linkplain FirstUse brings it}; so it does when something of ours fails, after telling {@link Failures}. Only {@link #reserve} throws, and only what rule 12 means for the
 * application.
 *
 * <p>No {@code sun.*} type in a signature: these classes are in another module, and such a call would not link.
 */
public final class UrlHooks {
    /** Set last of all, when every seam is in place and the rest is connected; set back to null to let everything pass. */
    static volatile UrlPool pool;

    private static volatile boolean keepAliveForced;

    private UrlHooks() {}

    /** From now on connections are pooled. */
    public static void connect(UrlPool urlPool, boolean forceKeepAlive) {
        keepAliveForced = forceKeepAlive;
        pool = urlPool;
    }

    /** Before {@code HttpClient.New(URL, Proxy, int, boolean, HttpURLConnection)}. */
    public static void reserve(Object url, Object proxy, int connectTimeout, boolean useCache, Object connection)
            throws IOException {
        reserve(url, proxy, connectTimeout, useCache, connection, null, null);
    }

    /** Before {@code HttpsClient.New(SSLSocketFactory, URL, HostnameVerifier, Proxy, boolean, int, HttpURLConnection)}. */
    public static void reserveTls(
            Object factory,
            Object url,
            Object verifier,
            Object proxy,
            boolean useCache,
            int connectTimeout,
            Object connection)
            throws IOException {
        reserve(url, proxy, connectTimeout, useCache, connection, factory, verifier);
    }

    /** After either has returned. */
    public static void settle(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.settle(client);
            } catch (Throwable e) {
                Failures.report("settle", e);
            }
        }
    }

    /** After either has thrown. */
    public static void settleFailed() {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.settleFailed();
            } catch (Throwable e) {
                Failures.report("settleFailed", e);
            }
        }
    }

    /** For {@code KeepAliveCache.get}: a client, or null to ask the JDK's own cache. */
    public static Object answer(Object url) {
        UrlPool urls = pool;
        try {
            return urls == null ? null : urls.answer(url);
        } catch (Throwable e) {
            Failures.report("answer", e);
            return null;
        }
    }

    /** For {@code KeepAliveCache.put}: true if it was ours to keep. */
    public static boolean giveBack(Object client) {
        UrlPool urls = pool;
        try {
            return urls != null && urls.giveBack(client);
        } catch (Throwable e) {
            Failures.report("giveBack", e);
            return true; // the pool may have it already: in two caches it would serve two callers
        }
    }

    /** After {@code HttpClient.openServer(String, int)}. */
    public static void opened(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.opened(client, JdkConnects.lookUpNanos());
            } catch (Throwable e) {
                Failures.report("opened", e);
            }
        }
    }

    /** Before {@code HttpsClient.afterConnect}. */
    public static void handshakes(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.handshakeTimes().begins(client);
            } catch (Throwable e) {
                Failures.report("handshakes", e);
            }
        }
    }

    /** After {@code HttpsClient.afterConnect} has returned. */
    public static void handshaken(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.handshakeTimes().ended(client);
            } catch (Throwable e) {
                Failures.report("handshaken", e);
            }
        }
    }

    /** Before {@code HttpClient.writeRequests}. */
    public static void requestWritten(Object client, Object headers, Object body) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.requestWritten(client, headers, body);
            } catch (Throwable e) {
                Failures.report("requestWritten", e);
            }
        }
    }

    /** After it, whether it has returned or thrown. */
    public static void requestSent(Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.requestSent(client);
            } catch (Throwable e) {
                Failures.report("requestSent", e);
            }
        }
    }

    /** Before {@code HttpClient.parseHTTP}. */
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

    /** After {@code HttpClient.parseHTTP} has returned. */
    public static void answered(Object client, Object headers) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.answered(client, headers);
            } catch (Throwable e) {
                Failures.report("answered", e);
            }
        }
    }

    /** After it has thrown. */
    public static void answerFailed(Object thrown, Object client) {
        UrlPool urls = pool;
        if (urls != null) {
            try {
                urls.answerFailed(thrown, client);
            } catch (Throwable e) {
                Failures.report("answerFailed", e);
            }
        }
    }

    /** After {@code HttpClient.closeServer}. */
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

    private static void reserve(
            Object url,
            Object proxy,
            int connectTimeout,
            boolean useCache,
            Object connection,
            Object factory,
            Object verifier)
            throws IOException {
        FirstUse.comes();
        UrlPool urls = pool;
        if (urls == null) {
            return;
        }
        try {
            if (Failures.tooMany()) {
                urls.letPass();
            } else {
                urls.reserve((URL) url, (Proxy) proxy, connectTimeout, useCache, connection, factory, verifier);
            }
        } catch (IOException e) {
            throw e; // rule 12
        } catch (Throwable e) {
            Failures.report("reserve", e);
            urls.letPass();
        }
    }
}
