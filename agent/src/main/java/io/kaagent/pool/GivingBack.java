package io.kaagent.pool;

/** Rules 14-19, in their order. Under the pool's lock. */
final class GivingBack {
    private static final long WITHOUT_LIMIT = Long.MAX_VALUE / 4;

    private final Ledger ledger;
    private final Serving serving;

    GivingBack(Ledger ledger, Serving serving) {
        this.ledger = ledger;
        this.serving = serving;
    }

    Fate give(Connection c, boolean reusable, Hint hint, long now) {
        if (!c.isBusy()) {
            return Fate.IGNORED;
        }
        c.served(hint);
        c.state.origin.counters.countServed();
        c.usage.countRequests(c.state.origin.counters);
        Waiter first = c.state.firstWaiter();
        Reason end = unusable(c, reusable, now); // rule 14
        if (end == null && first != null) {
            if (!first.fresh && !serving.mustNotOvertake(first, c)) {
                serving.handOff(c, first, now); // rule 15
                return Fate.HANDED_OFF;
            }
            end = Reason.MAKE_ROOM; // it is the slot that somebody waits for
        }
        if (end == null) {
            end = notParked(c, hint);
        }
        if (end != null) {
            ledger.destroy(c, end, now); // and once it is closed, its slot goes to who waits
            return Fate.DESTROYED;
        }
        makeRoomAmongTheFree(c.state.origin, now);
        ledger.park(c, idleNanos(c, hint), now);
        return Fate.PARKED;
    }

    /**
     * Rule 17 counts by name. A client that makes a new factory for each request makes a new name each time: without a bound over
     * all names of an origin its free connections would pile up until they idle out. The longest idle one goes.
     */
    private void makeRoomAmongTheFree(OriginState origin, long now) {
        if (origin.free >= origin.limits.maxFreeSockets) {
            ledger.destroy(origin.longestIdle(), Reason.MAX_FREE_SOCKETS, now);
        }
    }

    private static Reason unusable(Connection c, boolean reusable, long now) {
        if (!reusable) {
            return Reason.NOT_REUSABLE;
        }
        if (c.isSpent()) {
            return Reason.SERVER_HINT; // rule 22: the server takes no further request
        }
        return c.isTooOld(now) ? Reason.AGE_LIMIT : null; // rule 24
    }

    private Reason notParked(Connection c, Hint hint) {
        OriginState origin = c.state.origin;
        if (ledger.closed) {
            return Reason.SHUTDOWN; // rule 29
        }
        if (!origin.limits.keepAlive) {
            return Reason.KEEP_ALIVE_OFF; // rule 16
        }
        if (ledger.open - ledger.closing > ledger.directory.maxTotal) { // rule 17
            return Reason.MAX_TOTAL_SOCKETS;
        }
        if (origin.open() - origin.closing > origin.limits.maxSockets) {
            return Reason.MAX_SOCKETS;
        }
        if (c.state.free.size() >= origin.limits.maxFreeSockets) {
            return Reason.MAX_FREE_SOCKETS;
        }
        if (hint.hasTimeout() && hint.idleNanos() <= 0) {
            return Reason.SERVER_HINT; // rule 18
        }
        return serving.isWaitedFor(c) ? Reason.MAKE_ROOM : null; // rule 19: no idle connection keeps a caller waiting
    }

    /** Rule 22: a hint always counts, whether it shortens or lengthens. */
    private static long idleNanos(Connection c, Hint hint) {
        long limit = hint.hasTimeout() ? hint.idleNanos() : c.state.origin.limits.idleNanos;
        return limit == 0 ? WITHOUT_LIMIT : limit;
    }
}
