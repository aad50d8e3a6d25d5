package io.kaagent.socket;

import io.kaagent.http1.CloseHabit;
import io.kaagent.http1.HeadBytes;
import io.kaagent.http1.ResponseFraming;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Origin;
import io.kaagent.tls.TlsSettings;
import java.lang.ref.WeakReference;

/** What one origin has shown of itself to raw sockets. Any thread; what is forgotten is learned again. */
final class OriginMemory {
    private static final int UNASKED_MINUTES = 5;
    private static final int CLOSE_MINUTES = 10;

    /** Another server may have taken its place. */
    private static final int LESSON_MINUTES = 10;

    private static final long MINUTE_NANOS = 60000000000L;

    private final Origin origin;
    private final Settings settings;
    private final Clock clock;
    private final CloseHabit[] habits = {CloseHabit.UNKNOWN, CloseHabit.UNKNOWN};
    private final boolean[] unsure = {false, false};
    private final long[] learnedAt = {0, 0};

    private volatile boolean speaksHttp;
    private volatile long unaskedAt;
    private volatile long closedAt;
    private volatile long neededCloseAt;
    private volatile boolean layered;
    private volatile boolean cancels;
    private volatile WeakReference<TlsSettings> madeSecure;
    private volatile WeakReference<TlsSettings> layeredSecure;

    OriginMemory(Origin origin, Settings settings, Clock clock) {
        this.origin = origin;
        this.settings = settings;
        this.clock = clock;
    }

    Origin origin() {
        return origin;
    }

    /** Somebody has written a whole HTTP/1.x request line to it. */
    boolean speaksHttp() {
        return speaksHttp;
    }

    void hasSpokenHttp() {
        if (!speaksHttp) {
            speaksHttp = true;
        }
    }

    /** How it answers a request of this minor version that wants close. */
    synchronized CloseHabit habit(int minorVersion) {
        return habits[minorVersion];
    }

    /** Whether a request that wants close should be sent as it is: to learn that, or because this origin's answers need it. */
    synchronized boolean mustLearn(int minorVersion) {
        return !habits[minorVersion].isKnown()
                || isPast(learnedAt[minorVersion], LESSON_MINUTES * MINUTE_NANOS)
                || unsure[minorVersion]
                || !allowsReuse()
                || !isPast(neededCloseAt, CLOSE_MINUTES * MINUTE_NANOS);
    }

    /** It has sent an answer whose end can't be told without the close: too long a length, a last chunk missing. */
    void needsClose() {
        neededCloseAt = clock.nanos() | 1;
    }

    /** One more answer to such a request; what others have learned meanwhile stays known. */
    synchronized void learn(int minorVersion, HeadBytes head, ResponseFraming framing) {
        CloseHabit habit = habits[minorVersion].learn(head.array(), 0, head.length(), framing);
        habits[minorVersion] = habit;
        learnedAt[minorVersion] = clock.nanos() | 1;
        unsure[minorVersion] = unsure[minorVersion] && !habit.knowsUnknownLength();
    }

    /** It has chunked an answer to a request that wanted close, and what it would have done had it known, nobody has seen yet. */
    synchronized void isUnsure(int minorVersion) {
        unsure[minorVersion] = !habits[minorVersion].knowsUnknownLength();
    }

    /** Whether its connections may be used again at all. */
    boolean allowsReuse() {
        return isPast(unaskedAt, UNASKED_MINUTES * MINUTE_NANOS);
    }

    /** Whether a request that can't be sent again may go out on a used connection. */
    boolean allowsUnsafeReuse() {
        return isPast(closedAt, MINUTE_NANOS);
    }

    /** Bytes were there that belong to no response. */
    void sentUnasked() {
        unaskedAt = clock.nanos() | 1; // 0 stands for never
        settings.sentUnasked(origin, UNASKED_MINUTES);
    }

    /** It closed a connection right after an answer that did not say so, or under a request. */
    void closedWithoutAWord() {
        closedAt = clock.nanos() | 1;
    }

    /** Whether sockets to it get their TLS only when they are connected. */
    boolean isLayered() {
        return layered;
    }

    void isLayered(boolean layers) {
        if (layered != layers) {
            layered = layers;
        }
    }

    /** Whether its goodbye by TLS is called one of a user. */
    boolean cancels() {
        return cancels;
    }

    void cancels(boolean canceled) {
        if (cancels != canceled) {
            cancels = canceled;
        }
    }

    /** What a socket connects with in the end that begins with this; null for one that is layered. Null if that is not known. */
    TlsSettings foresee(TlsSettings atFirst) {
        TlsSettings last = last(atFirst == null ? layeredSecure : madeSecure);
        if (last != null && (atFirst == null || atFirst.equals(last.atFirst()))) {
            return last;
        }
        TlsSettings other = last == null && atFirst != null ? last(layeredSecure) : null;
        return other != null && other.context().equals(atFirst.context()) ? other : atFirst;
    }

    private static TlsSettings last(WeakReference<TlsSettings> reference) {
        return reference == null ? null : reference.get();
    }

    /** Somebody has connected with this. Kept in mind as long as a connection that was made with it. */
    void connectedWith(TlsSettings settings) {
        if (foresee(settings.atFirst()) == null || !settings.equals(foresee(settings.atFirst()))) {
            WeakReference<TlsSettings> last = new WeakReference<TlsSettings>(settings);
            if (settings.atFirst() == null) {
                layeredSecure = last;
            } else {
                madeSecure = last;
            }
        }
    }

    private boolean isPast(long since, long nanos) {
        return since == 0 || clock.nanos() - since > nanos;
    }
}
