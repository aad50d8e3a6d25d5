package io.kaagent.watch;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Warns of servers that close free connections sooner than we do, again and again, once for each: a request that is sent at that very moment
 * meets a closed connection. Whoever restarts a server closes all of its connections at once; that is one time, and nothing to warn of.
 */
public final class EarlyCloses extends WatcherAdapter {
    private static final int MOST_ORIGINS = 256;
    private static final int TIMES = 5;
    private static final long APART_NANOS = 1000000000L;

    /** What closes within that time closes with its answer: no idle limit of ours is short enough. */
    private static final long AT_ONCE_NANOS = 50000000L;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Origin, Seen> origins = new LinkedHashMap<Origin, Seen>();

    /** @param clock the pool's */
    public EarlyCloses(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        if (connection.mustConnect()) {
            return; // never open
        }
        Origin origin = connection.name().origin();
        String warning = null;
        lock.lock();
        try {
            Seen seen = seen(origin);
            if (seen.ended(reason == Reason.NOT_QUIET, connection.idleAtEndNanos(), clock.nanos())) {
                warning = warning(origin, seen);
            }
        } finally {
            lock.unlock();
        }
        if (warning != null) {
            Log.warnRarely("closes " + origin, warning);
        }
    }

    int size() {
        lock.lock();
        try {
            return origins.size();
        } finally {
            lock.unlock();
        }
    }

    private Seen seen(Origin origin) {
        Seen seen = origins.get(origin);
        if (seen == null) {
            if (origins.size() >= MOST_ORIGINS) {
                origins.clear(); // better forgetful than without end
            }
            seen = new Seen();
            origins.put(origin, seen);
        }
        return seen;
    }

    private static String warning(Origin origin, Seen seen) {
        return origin + " closes connections that are free, the soonest after " + Figures.time(seen.soonestNanos)
                + "; a request that is sent at that moment meets a closed connection ("
                + (seen.soonestNanos < AT_ONCE_NANOS
                        ? OriginKey.of(origin, "pool") + "=false leaves it alone)"
                        : OriginKey.of(origin, "timeout") + " below that closes them first)");
    }

    /** Of one origin. */
    private static final class Seen {
        private int ends;
        private int early;
        private long soonestNanos = Long.MAX_VALUE;
        private long last;
        private boolean told;

        /** Whether it has happened often enough by now, and mostly. True once. */
        boolean ended(boolean byServer, long idleNanos, long now) {
            if (told || ends > 0 && now - last < APART_NANOS) {
                return false;
            }
            last = now;
            ends++;
            if (byServer) {
                early++;
                soonestNanos = Math.min(soonestNanos, idleNanos);
            }
            told = early >= TIMES && early * 3 >= ends * 2;
            return told;
        }
    }
}
