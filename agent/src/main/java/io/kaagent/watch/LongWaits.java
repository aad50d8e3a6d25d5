package io.kaagent.watch;

import io.kaagent.pool.Congestion;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Demand;
import io.kaagent.pool.Origin;
import io.kaagent.pool.QueueFullException;

/**
 * Warns where callers wait for a connection for more than a second, or get none, and says which limit it is and what raises it: once a minute
 * for each origin.
 */
public final class LongWaits extends WatcherAdapter {
    private static final long LONG_NANOS = 1000000000L;

    /** One that has been busy for longer was forgotten rather than used: then no limit is too low. */
    private static final long SUSPICIOUS_NANOS = 60 * LONG_NANOS;

    private final Demand demand;

    public LongWaits(Demand demand) {
        this.demand = demand;
    }

    /** Those who wait at this moment; to be called now and then. */
    public void look() {
        for (Congestion congestion : demand.congested(LONG_NANOS)) {
            if (isDue(congestion.origin())) {
                warn(congestion, 0);
            }
        }
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        if (waitedNanos >= LONG_NANOS && isDue(connection.name().origin())) {
            Congestion congestion = demand.congestion(connection.name().origin());
            if (congestion != null) {
                warn(congestion, waitedNanos);
            }
        }
    }

    /** Says what the caller gets to see, too: an application may keep that to itself. */
    @Override
    public void refused(Origin origin, Exception why) {
        Congestion congestion = demand.congestion(origin);
        boolean full = why instanceof QueueFullException;
        String advice = congestion == null ? null : advice(congestion);
        if (full) {
            String more = OriginKey.of(origin, "maxPending") + " lets more of them wait";
            advice = advice == null ? more : more + ", " + advice;
        }
        Log.warnRarely(
                (full ? "full " : "in vain ") + origin, why.getMessage() + (advice == null ? "" : " (" + advice + ")"));
    }

    private static boolean isDue(Origin origin) {
        return Log.isDue(key(origin));
    }

    /** @param waitedNanos how long one has waited who does not any more; 0 for none */
    private static void warn(Congestion now, long waitedNanos) {
        String advice = advice(now);
        if (advice != null) {
            Log.warnRarely(
                    key(now.origin()),
                    limit(now) + " reached for " + now.origin() + ", " + who(now, waitedNanos) + suspicion(now) + " ("
                            + advice + ")");
        }
    }

    private static String key(Origin origin) {
        return "waits " + origin;
    }

    private static String who(Congestion now, long waitedNanos) {
        if (waitedNanos > 0) {
            return "a caller has waited " + Figures.time(waitedNanos) + ", " + now.waiting() + " waiting";
        }
        return now.waiting() + " waiting, the longest for " + Figures.time(now.waitedNanos());
    }

    private static String limit(Congestion now) {
        String own = "maxSockets=" + now.maxSockets();
        String total = "maxTotalSockets=" + now.maxTotalSockets();
        return now.isOwnLimit() && now.isTotalLimit() ? own + " and " + total : now.isOwnLimit() ? own : total;
    }

    /** Null where there is no limit any more. */
    private static String advice(Congestion now) {
        String own = OriginKey.of(now.origin(), "maxSockets");
        if (now.isOwnLimit() && now.isTotalLimit()) {
            return own + " and ka.maxTotalSockets raise them";
        }
        return now.isOwnLimit() ? own + " raises it" : now.isTotalLimit() ? "ka.maxTotalSockets raises it" : null;
    }

    private static String suspicion(Congestion now) {
        return now.busyNanos() < SUSPICIOUS_NANOS
                ? ""
                : "; one of the connections has been busy for " + Figures.time(now.busyNanos())
                        + ": neither read to its end nor closed, perhaps (ka.leakDetection=true tells where it was opened)";
    }
}
