package io.kaagent.pool;

/**
 * Who among the waiting gets a slot (rules 11, 20, 21). The first of the name that freed it, as Node does; but Node lets another
 * name starve that way, so a caller is overtaken at most {@value #MOST_OVERTAKEN} times by younger ones. Under the pool's lock.
 */
final class Serving {
    static final int MOST_OVERTAKEN = 8;

    private final Ledger ledger;
    private final Room room;

    Serving(Ledger ledger, Room room) {
        this.ledger = ledger;
        this.room = room;
    }

    /** Serves everybody who can be served, first those of the name whose slot was freed (null: no name before others). */
    void serveAll(NameState freed, long now) {
        Waiter waiter = next(freed);
        while (waiter != null && serve(waiter, now)) {
            waiter = next(freed);
        }
    }

    /** Rule 15: the connection stays busy, in other hands. */
    void handOff(Connection c, Waiter waiter, long now) {
        countOvertakenBy(waiter, c);
        ledger.dequeue(waiter);
        c.take(waiter.thread, now);
        c.state.origin.counters.countHandedOff();
        grant(waiter, c, now);
    }

    /** Rule 19: whether somebody waits who could have this connection's slot, had it ended. */
    boolean isWaitedFor(Connection c) {
        if (!ledger.waiting.isEmpty()) {
            for (OriginState origin : ledger.waiting) {
                if (room.isHeldUpBy(c, origin)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether somebody has been overtaken often enough, and would be once more if this caller got the connection (null: a slot that
     * is free now).
     */
    boolean mustNotOvertake(Waiter younger, Connection c) {
        for (OriginState origin : ledger.waiting) {
            if (couldHave(origin, c)) {
                for (Waiter older : origin.waiters) {
                    if (older.ticket >= younger.ticket) {
                        break;
                    }
                    if (older.overtaken >= MOST_OVERTAKEN) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Everyone is counted at most {@value #MOST_OVERTAKEN} times, so this costs little in the long run. */
    private void countOvertakenBy(Waiter younger, Connection c) {
        for (OriginState origin : ledger.waiting) {
            if (couldHave(origin, c)) {
                for (Waiter older : origin.waiters) {
                    if (older.ticket >= younger.ticket) {
                        break;
                    }
                    older.overtaken++;
                }
            }
        }
    }

    private boolean couldHave(OriginState origin, Connection c) {
        return c == null ? room.isFor(origin) : room.isHeldUpBy(c, origin);
    }

    private Waiter next(NameState freed) {
        Waiter longest = longestWaiting();
        if (longest == null || freed == null) {
            return longest;
        }
        Waiter own = room.isFor(freed.origin) ? freed.firstWaiter() : null;
        if (own == null || own == longest || mustNotOvertake(own, null)) {
            return longest;
        }
        return own;
    }

    /** Over all names, of those who can be served now. */
    private Waiter longestWaiting() {
        Waiter longest = null;
        if (!ledger.waiting.isEmpty()) {
            for (OriginState origin : ledger.waiting) {
                Waiter first = origin.longestWaiting();
                if (room.isFor(origin) && (longest == null || first.ticket < longest.ticket)) {
                    longest = first;
                }
            }
        }
        return longest;
    }

    /** False if something has to be closed first; then everybody's turn comes when it is. */
    private boolean serve(Waiter waiter, long now) {
        NameState name = waiter.state;
        Connection idle = room.mustGo(name.origin);
        if (idle != null) {
            ledger.destroy(idle, Reason.MAKE_ROOM, now);
            return false;
        }
        countOvertakenBy(waiter, null);
        Connection c = ledger.openSlot(name, waiter.thread, now);
        ledger.dequeue(waiter);
        grant(waiter, c, now);
        return true;
    }

    private static void grant(Waiter waiter, Connection c, long now) {
        waiter.state.origin.counters.countWaited(now - waiter.since);
        waiter.grant(c);
    }
}
