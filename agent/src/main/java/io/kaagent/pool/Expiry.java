package io.kaagent.pool;

/** Rules 23 and 24: is a connection past its time? A function of now; under the pool's lock. */
final class Expiry {
    private Expiry() {}

    /** Null as long as it may be used. */
    static Reason of(Connection c, long now) {
        if (c.isTooOld(now)) {
            return Reason.AGE_LIMIT;
        }
        return now - c.freeUntil() >= 0 ? Reason.IDLE_LIMIT : null;
    }

    /** Rule 24: less up to 10 % that is each connection's own, so that those opened together do not all end together. */
    static long ageLeft(Connection c, long now) {
        long maxAge = c.state.origin.limits.maxAgeNanos;
        if (maxAge == 0) {
            return Long.MAX_VALUE / 4;
        }
        long mixed = c.sequence * 0x9E3779B97F4A7C15L;
        long jitter = (long) (maxAge * 0.1 * ((mixed >>> 11) / (double) (1L << 53)));
        return maxAge - jitter - c.ageNanos(now);
    }
}
