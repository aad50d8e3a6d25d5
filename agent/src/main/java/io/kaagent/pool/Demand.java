package io.kaagent.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who has, and who wants, connections at this moment. Any thread. */
public final class Demand {
    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;

    Demand(Gate gate, Clock clock, Ledger ledger) {
        this.gate = gate;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Whether a caller waits for the slot of this connection: at its origin, or for any one at all. */
    public boolean awaits(Connection c) {
        gate.enter();
        try {
            return !c.state.origin.waiters.isEmpty()
                    || !ledger.waiting.isEmpty() && ledger.open >= ledger.directory.maxTotal;
        } finally {
            gate.leave();
        }
    }

    /** Whether a connection is in a caller's hands. */
    public boolean isBorrowing() {
        gate.enter();
        try {
            return ledger.open - ledger.free - ledger.closing > 0;
        } finally {
            gate.leave();
        }
    }

    /** What an origin's callers wait for; null for an origin that is not known. */
    public Congestion congestion(Origin origin) {
        gate.enter();
        try {
            OriginState state = ledger.directory.origins.get(origin);
            return state == null ? null : new Congestion(state, ledger, clock.nanos());
        } finally {
            gate.leave();
        }
    }

    /** The same of all origins where somebody has waited for that long. */
    public List<Congestion> congested(long nanos) {
        gate.enter();
        try {
            return ledger.waiting.isEmpty() ? Collections.<Congestion>emptyList() : waitedFor(nanos, clock.nanos());
        } finally {
            gate.leave();
        }
    }

    private List<Congestion> waitedFor(long nanos, long now) {
        List<Congestion> found = new ArrayList<Congestion>();
        for (OriginState state : ledger.waiting) {
            if (now - state.longestWaiting().since >= nanos) {
                found.add(new Congestion(state, ledger, now));
            }
        }
        return found;
    }
}
