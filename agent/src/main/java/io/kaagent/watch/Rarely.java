package io.kaagent.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one line a minute through for each key, and counts the others. */
final class Rarely {
    static final long PAUSE_NANOS = 60_000_000_000L;
    static final int NOT_NOW = -1;

    /** Keys are few by intent. If they name origins after all, the ones above this number share a minute. */
    private static final int MOST_KEYS = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Told> told = new HashMap<String, Told>();

    /** How many lines were held back since the last one; {@link #NOT_NOW} if this one is to be held back too. */
    int heldBack(String key, long nowNanos) {
        lock.lock();
        try {
            Told last = told.get(key);
            if (last == null && told.size() >= MOST_KEYS) {
                last = told.get(null);
                key = null;
            }
            if (last == null) {
                told.put(key, new Told(nowNanos));
                return 0;
            }
            return last.again(nowNanos);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a line would be let through now. Counts nothing. */
    boolean isDue(String key, long nowNanos) {
        lock.lock();
        try {
            Told last = told.get(key);
            if (last == null && told.size() >= MOST_KEYS) {
                last = told.get(null);
            }
            return last == null || last.isPast(nowNanos);
        } finally {
            lock.unlock();
        }
    }

    private static final class Told {
        private long nanos;
        private int heldBack;

        Told(long nanos) {
            this.nanos = nanos;
        }

        boolean isPast(long nowNanos) {
            return nowNanos - nanos >= PAUSE_NANOS;
        }

        int again(long nowNanos) {
            if (!isPast(nowNanos)) {
                heldBack++;
                return NOT_NOW;
            }
            int before = heldBack;
            nanos = nowNanos;
            heldBack = 0;
            return before;
        }
    }
}
