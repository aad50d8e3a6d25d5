package io.kaagent.pool;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;

/**
 * Who holds which slot: every origin, name, connection and waiter, and the steps that move a connection from one state to the next.
 * Decides nothing. All of it under the pool's lock, in memory only: what has to be closed is collected until the lock is free.
 */
final class Ledger {
    /** Origins without a connection or a waiter are kept for their counters, but not without end. */
    private static final int MOST_ORIGINS = 1024;

    final Counters total = new Counters(null);
    final HashMap<Origin, OriginState> origins = new HashMap<Origin, OriginState>();
    final LinkedHashSet<OriginState> waiting = new LinkedHashSet<OriginState>();

    /** All that hold a slot, and those of them that are free. */
    int open;

    int free;
    int maxTotal;

    private final HashMap<Name, NameState> names = new HashMap<Name, NameState>();
    private final LimitsSource source;
    private Connection doomed;
    private long sequences;
    private long tickets;

    Ledger(LimitsSource source) {
        this.source = source;
        this.maxTotal = source.maxTotalSockets();
    }

    NameState stateOf(Name name) {
        NameState state = names.get(name);
        if (state == null) {
            OriginState origin = originState(name.origin());
            state = new NameState(name, origin); // kept from its first connection or waiter on
        }
        return state;
    }

    /** Rule 9: the slot is reserved before connecting. */
    Connection openSlot(NameState name, long thread, long now) {
        Connection c = new Connection(name, ++sequences, thread, now);
        hold(c);
        open++;
        return c;
    }

    void takeFree(Connection c, long thread, long now) {
        unfree(c);
        c.take(thread, now);
        hold(c);
    }

    void park(Connection c, long idleNanos, long now) {
        unhold(c);
        c.park(now, idleNanos);
        c.state.free.add(c);
        c.state.origin.free++;
        free++;
    }

    /** Rule 20: the slot comes back, once. Nobody is served yet. */
    void end(Connection c, Reason reason, long now) {
        boolean wasOpen = !c.isConnecting();
        if (c.isFree()) {
            unfree(c);
        } else {
            unhold(c);
        }
        open--;
        c.end(reason);
        if (wasOpen) {
            c.state.origin.counters.countDestroyed(reason, c.ageNanos(now));
        }
        forgetIfUnused(c.state);
    }

    /** Ends it and has it closed once the lock is free. */
    void destroy(Connection c, Reason reason, long now) {
        end(c, reason, now);
        c.next = doomed;
        doomed = c;
    }

    /** What has to be closed now, linked by {@code next}; asked once, right before the lock is freed. */
    Connection takeDoomed() {
        Connection chain = doomed;
        doomed = null;
        return chain;
    }

    Waiter enqueue(NameState name, boolean fresh, Thread thread, long now) {
        keep(name);
        Waiter waiter = new Waiter(name, fresh, ++tickets, thread, thread.getId(), now);
        name.waiters.add(waiter);
        name.origin.waiters.add(waiter);
        waiting.add(name.origin);
        return waiter;
    }

    void dequeue(Waiter waiter) {
        NameState name = waiter.state;
        name.waiters.remove(waiter);
        name.origin.waiters.remove(waiter);
        if (name.origin.waiters.isEmpty()) {
            waiting.remove(name.origin);
        }
    }

    /** After a waiter has left for good: a name that nobody uses is not kept. */
    void forgetIfUnused(NameState name) {
        if (name.isUnused()) {
            names.remove(name.name);
            name.origin.names.remove(name);
        }
    }

    void readLimits() {
        maxTotal = source.maxTotalSockets();
        for (OriginState origin : origins.values()) {
            origin.limits = source.of(origin.origin);
        }
    }

    /** The free connection of whatever origin that was freed longest ago; null when none is free. */
    Connection longestIdle() {
        Connection longest = null;
        if (free > 0) {
            for (OriginState origin : origins.values()) {
                Connection c = origin.longestIdle();
                if (c != null && (longest == null || c.freeSince() - longest.freeSince() < 0)) {
                    longest = c;
                }
            }
        }
        return longest;
    }

    private OriginState originState(Origin origin) {
        OriginState state = origins.get(origin);
        if (state == null) {
            if (origins.size() >= MOST_ORIGINS) {
                forgetUnusedOrigins();
            }
            state = new OriginState(origin, source.of(origin), total);
            origins.put(origin, state);
        }
        return state;
    }

    private void forgetUnusedOrigins() {
        for (Iterator<OriginState> all = origins.values().iterator(); all.hasNext(); ) {
            if (all.next().isUnused()) {
                all.remove();
            }
        }
    }

    private void keep(NameState name) {
        if (name.isUnused()) {
            names.put(name.name, name);
            name.origin.names.add(name);
        }
    }

    private void hold(Connection c) {
        keep(c.state);
        c.state.origin.busy.add(c);
        c.state.busy++;
    }

    private void unhold(Connection c) {
        c.state.origin.busy.remove(c);
        c.state.busy--;
    }

    private void unfree(Connection c) {
        c.state.free.remove(c);
        c.state.origin.free--;
        free--;
    }
}
