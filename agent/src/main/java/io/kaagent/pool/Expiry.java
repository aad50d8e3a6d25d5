package io.kaagent.pool;

/** Rules 23 and 24: is a free connection past its time? A function of now; under the pool's lock. */
final class Expiry {
    private Expiry() {}

    /** Null as long as it may be used. */
    static Reason of(Connection c, long now) {
        if (c.isTooOld(now)) {
            return Reason.AGE_LIMIT;
        }
        return now - c.freeUntil() >= 0 ? Reason.IDLE_LIMIT : null;
    }
}
