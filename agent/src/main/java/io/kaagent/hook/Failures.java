package io.kaagent.hook;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where our own mistakes end up. The application never sees them: the hook that failed lets pass, as if there were no agent. The
 * first one is told in full, the rest are counted; after {@value #LIMIT} no new connection is pooled any more, while those that are
 * pooled are still followed to their end.
 *
 * <p>A stack overflow or a lack of memory is not counted: it only happened to strike here. A count above zero is always a defect of
 * ours. Threading: any thread, any lock may be held by the caller.
 */
public final class Failures {
    static final int LIMIT = 20;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile Listener listener;

    private Failures() {}

    /** Who is told; until then failures are only counted. They are counted anew: what observing has had is no reason not to pool. */
    public static void tellTo(Listener newListener) {
        COUNT.set(0);
        listener = newListener;
    }

    public static int count() {
        return COUNT.get();
    }

    /** Whether there were so many that no new connection is pooled any more. */
    public static boolean tooMany() {
        return COUNT.get() >= LIMIT;
    }

    /** Counts it, and tells of it if it is the first. */
    public static void report(String hook, Throwable failure) {
        if (failure instanceof VirtualMachineError) {
            return; // stack or memory ran out just here: no defect of ours, and nothing to be done about it here
        }
        int count = COUNT.incrementAndGet();
        Listener told = listener;
        if (told != null && (count == 1 || count == LIMIT)) {
            try {
                told.failed(hook, failure, count);
            } catch (Throwable e) {
                COUNT.incrementAndGet(); // nothing more can be done: telling failed too, out of memory perhaps
            }
        }
    }

    /** Told of the first failure and of the last one before pooling stops. */
    public interface Listener {
        void failed(String hook, Throwable failure, int count);
    }
}
