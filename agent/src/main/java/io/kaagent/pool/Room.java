package io.kaagent.pool;

/** Rules 6, 9 and 10: may another connection be opened, and what has to go for it? Under the pool's lock. */
final class Room {
    private final Ledger ledger;

    Room(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether both limits allow another one, if need be in place of a free one. */
    boolean isFor(OriginState origin) {
        return origin.busy.size() < origin.limits.maxSockets && ledger.open - ledger.free < ledger.maxTotal;
    }

    /** Whether they would, had this busy connection ended. */
    boolean isForWithout(Connection c, OriginState origin) {
        int busy = origin.busy.size() - (c.state.origin == origin ? 1 : 0);
        return busy < origin.limits.maxSockets && ledger.open - ledger.free - 1 < ledger.maxTotal;
    }

    /** Destroys the longest idle ones as far as needed: of the same origin for its limit, of any for the total. */
    void make(OriginState origin, long now) {
        while (origin.open() >= origin.limits.maxSockets) {
            ledger.destroy(origin.longestIdle(), Reason.MAKE_ROOM, now);
        }
        while (ledger.open >= ledger.maxTotal) {
            ledger.destroy(ledger.longestIdle(), Reason.MAKE_ROOM, now);
        }
    }
}
