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

    Fate give(Connection c, boolean reusable, Hint hint, boolean closed, long now) {
        if (!c.isBusy()) {
            return Fate.IGNORED;
        }
        c.served(hint);
        c.state.origin.counters.countServed();
        Reason unusable = unusable(c, reusable, now); // rule 14
        if (unusable != null) {
            return destroy(c, unusable, now);
        }
        Waiter first = c.state.firstWaiter();
        Waiter rival = serving.rivalFor(c);
        if (first != null) { // rule 15
            return handOff(c, first, rival, now);
        }
        Reason refused = closed ? Reason.SHUTDOWN : notParked(c, hint); // rules 16-18
        if (refused == null && rival != null) {
            refused = Reason.MAKE_ROOM; // rule 19: nobody waits for a slot that an idle connection holds
        }
        if (refused != null) {
            return destroy(c, refused, now);
        }
        ledger.park(c, idleNanos(c, hint), now);
        return Fate.PARKED;
    }

    private Fate handOff(Connection c, Waiter first, Waiter rival, long now) {
        if (first.fresh) {
            return destroy(c, Reason.MAKE_ROOM, now); // its caller insists on a new connection: it gets the slot
        }
        if (serving.mustNotOvertake(rival, first)) {
            NameState name = c.state;
            ledger.destroy(c, Reason.MAKE_ROOM, now);
            serving.serve(rival, now);
            serving.serveAll(name, now);
            return Fate.DESTROYED;
        }
        serving.handOff(c, first, now);
        return Fate.HANDED_OFF;
    }

    private Fate destroy(Connection c, Reason reason, long now) {
        ledger.destroy(c, reason, now);
        serving.serveAll(c.state, now);
        return Fate.DESTROYED;
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
        Limits limits = c.state.origin.limits;
        if (!limits.keepAlive) {
            return Reason.KEEP_ALIVE_OFF; // rule 16
        }
        if (ledger.open > ledger.maxTotal) { // rule 17
            return Reason.MAX_TOTAL_SOCKETS;
        }
        if (c.state.origin.open() > limits.maxSockets) {
            return Reason.MAX_SOCKETS;
        }
        if (c.state.free.size() >= limits.maxFreeSockets) {
            return Reason.MAX_FREE_SOCKETS;
        }
        return hint.hasTimeout() && hint.idleNanos() <= 0 ? Reason.SERVER_HINT : null; // rule 18
    }

    /** Rule 22: a hint always counts, whether it shortens or lengthens. */
    private static long idleNanos(Connection c, Hint hint) {
        long limit = hint.hasTimeout() ? hint.idleNanos() : c.state.origin.limits.idleNanos;
        return limit == 0 ? WITHOUT_LIMIT : limit;
    }
}
