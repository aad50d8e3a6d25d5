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
        for (Waiter waiter = next(freed); waiter != null; waiter = next(freed)) {
            serve(waiter, now);
        }
        if (freed != null) {
            ledger.forgetIfUnused(freed);
        }
    }

    void serve(Waiter waiter, long now) {
        NameState name = waiter.state;
        ledger.dequeue(waiter);
        room.make(name.origin, now);
        grant(waiter, ledger.openSlot(name, waiter.thread, now), now);
    }

    /** Rule 15: the connection stays busy, in other hands. */
    void handOff(Connection c, Waiter waiter, long now) {
        ledger.dequeue(waiter);
        c.take(waiter.thread, now);
        c.state.origin.counters.countHandedOff();
        grant(waiter, c, now);
    }

    /** The longest waiting caller of another name who could have this connection's slot, had it ended; null if there is none. */
    Waiter rivalFor(Connection c) {
        Waiter rival = null;
        if (!ledger.waiting.isEmpty()) {
            for (OriginState origin : ledger.waiting) {
                if (room.isForWithout(c, origin)) {
                    rival = older(rival, origin == c.state.origin ? ofOtherName(c.state) : origin.longestWaiting());
                }
            }
        }
        return rival;
    }

    /** Whether the rival has been overtaken often enough. Counts this time too, if the other one is younger. */
    boolean mustNotOvertake(Waiter rival, Waiter other) {
        return rival != null && rival.ticket < other.ticket && ++rival.overtaken > MOST_OVERTAKEN;
    }

    private Waiter next(NameState freed) {
        Waiter longest = longestWaiting();
        Waiter own = freed == null || !room.isFor(freed.origin) ? null : freed.firstWaiter();
        return own == null || mustNotOvertake(longest, own) ? longest : own;
    }

    /** Over all names, of those who can be served now. */
    private Waiter longestWaiting() {
        Waiter longest = null;
        if (!ledger.waiting.isEmpty()) {
            for (OriginState origin : ledger.waiting) {
                if (room.isFor(origin)) {
                    longest = older(longest, origin.longestWaiting());
                }
            }
        }
        return longest;
    }

    private static Waiter ofOtherName(NameState name) {
        Waiter longest = null;
        for (NameState other : name.origin.names) {
            if (other != name) {
                longest = older(longest, other.firstWaiter());
            }
        }
        return longest;
    }

    private static Waiter older(Waiter one, Waiter other) {
        return one == null || other != null && other.ticket < one.ticket ? other : one;
    }

    private static void grant(Waiter waiter, Connection c, long now) {
        waiter.state.origin.counters.countWaited(now - waiter.since);
        waiter.grant(c);
    }
}
