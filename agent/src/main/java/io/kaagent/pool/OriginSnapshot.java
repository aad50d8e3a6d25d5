package io.kaagent.pool;

/** One origin at one moment (rule 30). Immutable. */
public final class OriginSnapshot {
    private final Origin origin;
    private final int names;
    private final int busy;
    private final int free;
    private final int waiting;
    private final int maxSockets;
    private final Counters counters;

    OriginSnapshot(OriginState state) {
        origin = state.origin;
        names = state.names.size();
        busy = state.open() - state.free - state.lent;
        free = state.free;
        waiting = state.waiters.size();
        maxSockets = state.limits.maxSockets;
        counters = state.counters.copy(state.uncounted());
    }

    public Origin origin() {
        return origin;
    }

    /** Names in use: more than one where factories, verifiers, proxies or authenticators differ. */
    public int names() {
        return names;
    }

    /** Connecting, in a caller's hands, or being closed at this moment. */
    public int busy() {
        return busy;
    }

    public int free() {
        return free;
    }

    /** Callers that wait. */
    public int waiting() {
        return waiting;
    }

    public int maxSockets() {
        return maxSockets;
    }

    public Counters counters() {
        return counters;
    }
}
