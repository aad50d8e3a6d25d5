package io.kaagent.pool;

import java.util.LinkedHashSet;

/** What the pool knows of one origin, over all its names (rule 6). Under the pool's lock. */
final class OriginState {
    final Origin origin;
    final Counters counters;
    final LinkedHashSet<NameState> names = new LinkedHashSet<NameState>(4);
    final ConnectionList busy = new ConnectionList();
    final LinkedHashSet<Waiter> waiters = new LinkedHashSet<Waiter>(4);
    Limits limits;
    int free;

    /** Ended, but not closed yet; and those of them whose place in the total is somebody else's already. */
    int closing;

    int lent;

    OriginState(Origin origin, Limits limits, Counters total) {
        this.origin = origin;
        this.limits = limits;
        this.counters = new Counters(total);
    }

    /** Connecting, busy, free and closing: all that holds a slot. */
    int open() {
        return busy.size() + free + closing;
    }

    Waiter longestWaiting() {
        return waiters.isEmpty() ? null : waiters.iterator().next();
    }

    /** The free connection of whatever name that was freed longest ago; null when none is free. */
    Connection longestIdle() {
        Connection longest = null;
        if (free > 0) {
            for (NameState name : names) {
                Connection c = name.free.first();
                if (c != null && (longest == null || c.freeSince() - longest.freeSince() < 0)) {
                    longest = c;
                }
            }
        }
        return longest;
    }

    int heldBy(long thread) {
        int held = 0;
        for (Connection c = busy.first(); c != null; c = c.next) {
            if (c.ownerThread() == thread) {
                held++;
            }
        }
        return held;
    }

    /** How long the one has been busy that has been so longest; 0 if none is. */
    long busyForNanos(long now) {
        long longest = 0;
        for (Connection c = busy.first(); c != null; c = c.next) {
            longest = Math.max(longest, now - c.takenAt());
        }
        return longest;
    }

    /** Requests sent that are not in the counters yet. */
    long uncounted() {
        long uncounted = 0;
        for (Connection c = busy.first(); c != null; c = c.next) {
            uncounted += c.usage.uncounted();
        }
        return uncounted;
    }

    boolean isUnused() {
        return open() == 0 && waiters.isEmpty();
    }
}
