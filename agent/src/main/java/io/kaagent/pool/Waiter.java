package io.kaagent.pool;

import java.util.concurrent.locks.LockSupport;

/**
 * A caller who waits (rule 11). Gets exactly one answer, under the pool's lock: a connection, or the news that the pool was closed.
 * Who gives up must ask the pool to take it out of the queue, and may find that the answer came first.
 */
final class Waiter {
    final NameState state;
    final boolean fresh;
    final long ticket;
    final long thread;
    final long since;

    /** How often a younger caller was served before this one with a slot it could have had. */
    int overtaken;

    private final Thread parked;
    private volatile Connection granted;
    private volatile boolean refused;

    Waiter(NameState state, boolean fresh, long ticket, Thread parked, long thread, long now) {
        this.state = state;
        this.fresh = fresh;
        this.ticket = ticket;
        this.parked = parked;
        this.thread = thread;
        this.since = now;
    }

    /** The connection it got; null as long as it waits. */
    Connection granted() {
        return granted;
    }

    boolean isRefused() {
        return refused;
    }

    boolean isAnswered() {
        return granted != null || refused;
    }

    void grant(Connection connection) {
        granted = connection;
        LockSupport.unpark(parked);
    }

    /** Rule 29. */
    void refuse() {
        refused = true;
        LockSupport.unpark(parked);
    }
}
