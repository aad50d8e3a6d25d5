package io.kaagent.pool;

/** Why callers of an origin wait, or waited until just now. One moment; immutable. */
public final class Congestion {
    private final Origin origin;
    private final int waiting;
    private final long waitedNanos;
    private final long busyNanos;
    private final int maxSockets;
    private final int maxTotalSockets;
    private final boolean isFull;
    private final boolean isTotalFull;

    Congestion(OriginState state, Ledger ledger, long now) {
        Waiter first = state.longestWaiting();
        origin = state.origin;
        waiting = state.waiters.size();
        waitedNanos = first == null ? 0 : now - first.since;
        busyNanos = state.busyForNanos(now);
        maxSockets = state.limits.maxSockets;
        maxTotalSockets = ledger.directory.maxTotal;
        isFull = state.open() - state.free >= maxSockets;
        isTotalFull = ledger.open - ledger.free >= maxTotalSockets;
    }

    public Origin origin() {
        return origin;
    }

    /** Callers that wait. */
    public int waiting() {
        return waiting;
    }

    /** How long the first of them has waited; 0 if there is none. */
    public long waitedNanos() {
        return waitedNanos;
    }

    /** How long the connection has been busy that has been so longest; 0 if none is. */
    public long busyNanos() {
        return busyNanos;
    }

    public int maxSockets() {
        return maxSockets;
    }

    public int maxTotalSockets() {
        return maxTotalSockets;
    }

    /** Whether it is the origin's own limit that holds callers up; or was, if none does any more. */
    public boolean isOwnLimit() {
        return isFull || !isTotalFull && maxSockets != Limits.INFINITY;
    }

    /** The same of the limit over all origins. */
    public boolean isTotalLimit() {
        return isTotalFull || !isFull && maxTotalSockets != Limits.INFINITY;
    }
}
