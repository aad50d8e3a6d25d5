package io.kaagent.pool;

/** Who has, and who wants, connections at this moment. Any thread. */
public final class Demand {
    private final Gate gate;
    private final Ledger ledger;

    Demand(Gate gate, Ledger ledger) {
        this.gate = gate;
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
}
