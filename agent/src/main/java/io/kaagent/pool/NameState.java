package io.kaagent.pool;

import java.util.LinkedHashSet;

/** What the pool knows of one name: its free connections, the one freed longest ago first, and who waits. Under the pool's lock. */
final class NameState {
    final Name name;
    final OriginState origin;
    final ConnectionList free = new ConnectionList();
    final LinkedHashSet<Waiter> waiters = new LinkedHashSet<Waiter>(4);

    /** Connections of this name that hold a slot: connecting, busy, free, or about to be closed. */
    int slots;

    /** Whether the ledger has it. */
    boolean isKept;

    NameState(Name name, OriginState origin) {
        this.name = name;
        this.origin = origin;
    }

    /** Rule 7. */
    Connection candidate() {
        return origin.limits.scheduling == Scheduling.LIFO ? free.last() : free.first();
    }

    /** Rule 11: first come, first served; null when nobody waits. */
    Waiter firstWaiter() {
        return waiters.isEmpty() ? null : waiters.iterator().next();
    }

    boolean isUnused() {
        return slots == 0 && waiters.isEmpty();
    }
}
