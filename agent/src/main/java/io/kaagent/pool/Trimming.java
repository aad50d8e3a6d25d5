package io.kaagent.pool;

/** Rules 4 and 29: what has to go when limits are lowered, or the pool is closed. Under the pool's lock. */
final class Trimming {
    private final Ledger ledger;

    Trimming(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Free connections beyond the limits that hold now. Busy ones are dealt with when they are given back (rule 17). */
    void toLimits(long now) {
        for (OriginState origin : ledger.directory.origins.values()) {
            while (origin.free > 0 && !origin.limits.keepAlive) {
                ledger.destroy(origin.longestIdle(), Reason.KEEP_ALIVE_OFF, now);
            }
            while (origin.free > 0 && origin.open() - origin.closing > origin.limits.maxSockets) {
                ledger.destroy(origin.longestIdle(), Reason.MAX_SOCKETS, now);
            }
            while (origin.free > origin.limits.maxFreeSockets) {
                ledger.destroy(origin.longestIdle(), Reason.MAX_FREE_SOCKETS, now);
            }
        }
        while (ledger.free > 0 && ledger.open - ledger.closing > ledger.directory.maxTotal) {
            ledger.destroy(ledger.longestIdle(), Reason.MAX_TOTAL_SOCKETS, now);
        }
    }

    void allFree(long now) {
        while (ledger.free > 0) {
            ledger.destroy(ledger.longestIdle(), Reason.SHUTDOWN, now);
        }
    }

    /** @return how many */
    int freeOf(OriginState origin, Reason reason, long now) {
        int count = origin.free;
        while (origin.free > 0) {
            ledger.destroy(origin.longestIdle(), reason, now);
        }
        return count;
    }

    void allBusy(long now) {
        for (OriginState origin : ledger.directory.origins.values()) {
            while (origin.busy.size() > 0) {
                ledger.destroy(origin.busy.first(), Reason.SHUTDOWN, now);
            }
        }
    }

    void allWaiting() {
        for (OriginState origin : ledger.waiting.toArray(new OriginState[0])) {
            for (Waiter waiter : origin.waiters.toArray(new Waiter[0])) {
                ledger.dequeue(waiter);
                waiter.refuse();
            }
        }
    }
}
