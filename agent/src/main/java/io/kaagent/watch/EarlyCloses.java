package io.kaagent.watch;

import io.kaagent.pool.Clock;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Warns of servers that close free connections sooner than we do, again and again: a request that is sent at that very moment is lost. Whoever
 * restarts a server closes all of its connections at once; that is one time, and nothing to warn of.
 */
public final class EarlyCloses extends WatcherAdapter {
    private static final int MOST_ORIGINS = 256;
    private static final int TIMES = 5;
    private static final long APART_NANOS = 1000000000L;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Origin, Seen> origins = new LinkedHashMap<Origin, Seen>();

    /** @param clock the pool's */
    public EarlyCloses(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        Origin origin = connection.name().origin();
        String warning = null;
        lock.lock();
        try {
            Seen seen = seen(origin);
            if (seen.ended(reason == Reason.NOT_QUIET, connection.idleAtEndNanos(), clock.nanos())) {
                warning = warning(origin, seen);
                origins.remove(origin);
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
                + "; a request that is just being sent is lost then ("
                + (seen.soonestNanos < APART_NANOS
                        ? OriginKey.of(origin, "pool") + "=false leaves it alone)"
                        : OriginKey.of(origin, "timeout") + " below that closes them first)");
    }

    /** Of one origin, since it was last warned of. */
    private static final class Seen {
        private int ends;
        private int early;
        private long soonestNanos = Long.MAX_VALUE;
        private long last;

        /** Whether it has happened often enough by now, and mostly. */
        boolean ended(boolean byServer, long idleNanos, long now) {
            if (ends > 0 && now - last < APART_NANOS) {
                return false;
            }
            last = now;
            ends++;
            if (byServer) {
                early++;
                soonestNanos = Math.min(soonestNanos, idleNanos);
            }
            return early >= TIMES && early * 3 >= ends * 2;
        }
    }
}
