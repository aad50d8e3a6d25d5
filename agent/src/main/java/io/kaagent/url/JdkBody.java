package io.kaagent.url;

import io.kaagent.jdk.Members;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The two streams of the JDK whose connection lives on behind the body: {@code KeepAliveStream}, of known length, and {@code
 * ChunkedInputStream}. Whoever reads one to its end gives the connection back. All names are those of JDK 8 to 25.
 */
final class JdkBody {
    private static final String METERED = "sun.net.www.MeteredStream";
    private static final String KEEP_ALIVE = "sun.net.www.http.KeepAliveStream";
    private static final String CHUNKED = "sun.net.www.http.ChunkedInputStream";

    private static final Field FIXED_CLIENT = Members.field(KEEP_ALIVE, "hc");
    private static final Field QUEUED = Members.field(KEEP_ALIVE, "queuedForCleanup");
    private static final Field HURRIED = Members.field(KEEP_ALIVE, "hurried");
    private static final Field EXPECTED = Members.field(METERED, "expected");
    private static final Field COUNT = Members.field(METERED, "count");
    private static final Field FIXED_CLOSED = Members.field(METERED, "closed");

    private static final Field CHUNKED_CLIENT = Members.field(CHUNKED, "hc");
    private static final Field CHUNKED_CLOSED = Members.field(CHUNKED, "closed");
    private static final Field ERROR = Members.field(CHUNKED, "error");
    private static final Method HURRY = Members.method(CHUNKED, "hurry");

    private static final Field TRAILERS = Members.field(CHUNKED, "responses");
    private static final Constructor<?> FIELDS = Members.constructor("sun.net.www.MessageHeader");
    /** Since 13; before that the stream itself is the lock. */
    private static final Method HELD = Members.method(METERED, "isLockHeldByCurrentThread");

    private static final boolean IS_KNOWN = FIXED_CLIENT != null
            && QUEUED != null
            && HURRIED != null
            && EXPECTED != null
            && COUNT != null
            && FIXED_CLOSED != null
            && CHUNKED_CLIENT != null
            && Leftovers.isKnown()
            && CHUNKED_CLOSED != null
            && ERROR != null
            && HURRY != null;

    private JdkBody() {}

    /** Whether these streams are as we know them on this JDK. */
    static boolean areKnown() {
        return IS_KNOWN;
    }

    static boolean isOne(InputStream body) {
        return IS_KNOWN && (isFixed(body) || isChunked(body));
    }

    /** Of a response whose connection does not live on, or whose progress is shown. */
    static boolean isMetered(InputStream body) {
        return EXPECTED == null || EXPECTED.getDeclaringClass().isInstance(body);
    }

    /** The {@code HttpClient} whose connection it comes from; null if there is nothing left to read, or it can't be read. */
    static Object client(InputStream body) {
        if (!isOne(body)) {
            return null;
        }
        if (isChunked(body)) {
            boolean over = is(CHUNKED_CLOSED, body) || is(ERROR, body) || Leftovers.below(body) == null;
            return over ? null : Members.get(CHUNKED_CLIENT, body);
        }
        boolean over = is(FIXED_CLOSED, body) || is(QUEUED, body) || is(HURRIED, body) || left(body) <= 0;
        return over ? null : Members.get(FIXED_CLIENT, body);
    }

    /** Bytes that are still to come; 0 if the length is not known. */
    static long left(InputStream body) {
        return isChunked(body) ? 0 : (Long) Members.get(EXPECTED, body) - (Long) Members.get(COUNT, body);
    }

    /** What may be read of it at once, not more than belongs to it: the JDK itself reads on behind the end, if there is something. */
    static int atMost(InputStream body, int length) {
        return isOne(body) && isFixed(body) ? (int) Math.max(0, Math.min(length, left(body))) : length;
    }

    /** Whether more than belongs to it was read of it. */
    static boolean isOverrun(InputStream body) {
        return IS_KNOWN && isFixed(body) && left(body) < 0;
    }

    /** Whether the JDK can come to the end without waiting. It then has, or does in {@code close()}. */
    static boolean isThere(InputStream body) throws IOException {
        return isChunked(body) ? (Boolean) Members.call(HURRY, body) : left(body) <= body.available();
    }

    /** Whether it closes itself, in the midst of being read by this thread. */
    static boolean closesItself(InputStream body) {
        if (isChunked(body)) {
            return false;
        }
        return HELD == null ? Thread.holdsLock(body) : (Boolean) Members.call(HELD, body);
    }

    /**
     * What trailers it has from now on are nobody's: the JDK puts them among the fields of the response, which may be those of the next one by
     * then.
     *
     * @return false if that can't be
     */
    static boolean forgetTrailers(InputStream body) {
        if (isChunked(body)) {
            if (TRAILERS == null || FIELDS == null) {
                return false;
            }
            Members.set(TRAILERS, body, Members.create(FIELDS));
        }
        return true;
    }

    private static boolean isFixed(InputStream body) {
        return FIXED_CLIENT.getDeclaringClass().isInstance(body);
    }

    private static boolean isChunked(InputStream body) {
        return CHUNKED_CLIENT.getDeclaringClass().isInstance(body);
    }

    private static boolean is(Field flag, Object body) {
        return (Boolean) Members.get(flag, body);
    }
}
