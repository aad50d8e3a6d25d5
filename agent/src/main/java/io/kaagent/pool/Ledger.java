package io.kaagent.pool;

import java.util.LinkedHashSet;

/**
 * Who holds which slot, and the steps that move a connection or a waiter from one state to the next. Decides nothing. All of it
 * under the pool's lock, in memory only: what has to be closed is collected until the lock is free.
 */
final class Ledger {
    final Directory directory;
    final LinkedHashSet<OriginState> waiting = new LinkedHashSet<OriginState>();

    /** All that hold a slot, those of them that are free, and those that have ended but are not closed yet. */
    int open;

    int free;
    int closing;

    /** All who wait. */
    int queued;

    /** The most of each since a {@link Point} was made of it; open is busy and free. */
    int mostBusy;

    int mostOpen;
    int mostWaiting;

    /** Rule 29: no new callers, nothing is parked. */
    boolean closed;

    private Connection firstDoomed;
    private Connection lastDoomed;
    private long sequences;
    private long tickets;

    Ledger(Directory directory) {
        this.directory = directory;
    }

    /** Rule 9: the slot is reserved before connecting. */
    Connection openSlot(NameState name, long thread, long now) {
        Connection c = new Connection(name, ++sequences, thread, now);
        directory.keep(name);
        name.slots++;
        name.origin.busy.add(c);
        open++;
        mostOpen = Math.max(mostOpen, open);
        mostBusy = Math.max(mostBusy, open - free);
        return c;
    }

    /** @param connectNanos how long that took */
    void opened(Connection c, long connectNanos) {
        Counters counters = c.state.origin.counters;
        if (counters.created() == 0) {
            directory.used++;
        }
        counters.countCreated(connectNanos);
    }

    /** The same connection under another name: nothing is counted, and nobody is served, since nothing has become free. */
    Connection rename(Connection c, NameState name) {
        Connection renamed = new Connection(name, c);
        leaveList(c);
        c.closed();
        leaveName(c);
        directory.keep(name);
        name.slots++;
        name.origin.busy.add(renamed);
        return renamed;
    }

    void takeFree(Connection c, long thread, long now) {
        unfree(c);
        c.take(thread, now);
        c.state.origin.busy.add(c);
        mostBusy = Math.max(mostBusy, open - free);
    }

    void park(Connection c, long idleNanos, long now) {
        c.state.origin.busy.remove(c);
        c.park(now, idleNanos);
        c.state.free.add(c);
        c.state.origin.free++;
        free++;
    }

    /** Rule 20: it has closed, or never was open; the slot comes back, once. Nobody is served yet. */
    void end(Connection c, Reason reason, long now) {
        leaveList(c);
        c.end(reason, now);
        leaveTotal(c);
        leaveName(c);
    }

    /** Ends it. It is closed once the lock is free, and holds its slot until then: see {@link Gate}. */
    void destroy(Connection c, Reason reason, long now) {
        if (c.mustConnect()) {
            end(c, reason, now);
            return;
        }
        leaveList(c);
        c.endAndClose(reason, now);
        c.state.origin.closing++;
        closing++;
        if (firstDoomed == null) {
            firstDoomed = c;
        } else {
            lastDoomed.next = c;
        }
        lastDoomed = c;
    }

    /** The slot of a destroyed connection comes back: it is closed, or whoever gets the slot will close it first. */
    void release(Connection c) {
        c.closed();
        c.state.origin.closing--;
        if (c.isLent) {
            c.state.origin.lent--;
        } else {
            closing--;
            leaveTotal(c);
        }
        leaveName(c);
    }

    /** Rule 10: its place in the total goes to a caller of another origin, who closes it first; its own origin waits for that. */
    void lend(Connection c) {
        c.isLent = true;
        c.state.origin.lent++;
        closing--;
        leaveTotal(c);
    }

    /** The one destroyed last in this step. */
    Connection lastDoomed() {
        return lastDoomed;
    }

    /** What has to be closed now, in this order, linked by {@code next}; asked once, right before the lock is freed. */
    Connection takeDoomed() {
        Connection chain = firstDoomed;
        firstDoomed = null;
        lastDoomed = null;
        return chain;
    }

    Waiter enqueue(NameState name, boolean fresh, Thread thread, long now) {
        directory.keep(name);
        Waiter waiter = new Waiter(name, fresh, ++tickets, thread, thread.getId(), now);
        name.waiters.add(waiter);
        name.origin.waiters.add(waiter);
        waiting.add(name.origin);
        queued++;
        mostWaiting = Math.max(mostWaiting, queued);
        return waiter;
    }

    /** It is served, or has given up. */
    void dequeue(Waiter waiter) {
        NameState name = waiter.state;
        if (name.waiters.remove(waiter)) {
            queued--;
        }
        name.origin.waiters.remove(waiter);
        if (name.origin.waiters.isEmpty()) {
            waiting.remove(name.origin);
        }
        directory.forgetIfUnused(name);
    }

    /** The free connection of whatever origin that was freed longest ago; null when none is free. */
    Connection longestIdle() {
        Connection longest = null;
        if (free > 0) {
            for (OriginState origin : directory.origins.values()) {
                Connection c = origin.longestIdle();
                if (c != null && (longest == null || c.freeSince() - longest.freeSince() < 0)) {
                    longest = c;
                }
            }
        }
        return longest;
    }

    private void leaveList(Connection c) {
        if (c.isFree()) {
            unfree(c);
        } else {
            c.state.origin.busy.remove(c);
        }
    }

    private void unfree(Connection c) {
        c.state.free.remove(c);
        c.state.origin.free--;
        free--;
    }

    private void leaveTotal(Connection c) {
        open--;
        Counters counters = c.state.origin.counters;
        c.usage.countRequests(counters);
        if (!c.mustConnect()) {
            counters.countDestroyed(c.end(), c.ageAtEndNanos(), c.requests());
        }
    }

    private void leaveName(Connection c) {
        c.state.slots--;
        directory.forgetIfUnused(c.state);
    }
}
