package io.kaagent.pool;

/** Rules 6, 9 and 10: may another connection be opened, and what has to go for it? Under the pool's lock. */
final class Room {
    private final Ledger ledger;

    Room(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whether both limits allow another one, if need be in place of a free one. */
    boolean isFor(OriginState origin) {
        return origin.open() - origin.free < origin.limits.maxSockets
                && ledger.open - ledger.free < ledger.directory.maxTotal;
    }

    /** The idle one that has to go first: of the same origin for its limit, of any for the total; null when there is room. */
    Connection mustGo(OriginState origin) {
        if (origin.open() >= origin.limits.maxSockets) {
            return origin.longestIdle();
        }
        return ledger.open >= ledger.directory.maxTotal ? ledger.longestIdle() : null;
    }

    /**
     * Whether a busy connection keeps the callers waiting who wait for this origin: they wait for its limit, or, as long as that
     * allows more, for the total. Above a limit that was lowered it takes more than one to end until they are served.
     */
    boolean isHeldUpBy(Connection c, OriginState origin) {
        return origin == c.state.origin || origin.open() - origin.free < origin.limits.maxSockets;
    }
}
