package io.kaagent.pool;

/**
 * An operator wants connections gone that are free, because their server has moved, say. Those in a caller's hands stay, and are given back
 * as ever. Any thread; what is destroyed has been closed when it returns.
 */
public final class Eviction {
    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;
    private final Trimming trimming;

    Eviction(Gate gate, Clock clock, Ledger ledger, Trimming trimming) {
        this.gate = gate;
        this.clock = clock;
        this.ledger = ledger;
        this.trimming = trimming;
    }

    /** Of every origin; returns how many. */
    public int all() {
        gate.enter();
        try {
            int count = 0;
            for (OriginState origin : ledger.directory.origins.values()) {
                count += trimming.freeOf(origin, Reason.EVICTED, clock.nanos());
            }
            return count;
        } finally {
            gate.leave();
        }
    }

    /** Of one origin; returns how many. */
    public int of(Origin origin) {
        gate.enter();
        try {
            OriginState state = ledger.directory.origins.get(origin);
            return state == null ? 0 : trimming.freeOf(state, Reason.EVICTED, clock.nanos());
        } finally {
            gate.leave();
        }
    }
}
