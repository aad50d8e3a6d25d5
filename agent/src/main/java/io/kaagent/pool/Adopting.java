package io.kaagent.pool;

/** How a connection comes into the pool that is open already, or changes its name. Under the pool's lock, which is taken here. */
final class Adopting {
    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;
    private final Watched watched;

    Adopting(Gate gate, Clock clock, Ledger ledger, Watched watched) {
        this.gate = gate;
        this.clock = clock;
        this.ledger = ledger;
        this.watched = watched;
    }

    Connection adopt(Name name, Resource resource, long connectNanos) {
        Connection c;
        gate.enter();
        try {
            if (ledger.closed) {
                return null;
            }
            long now = clock.nanos();
            c = ledger.openSlot(
                    ledger.directory.stateOf(name), Thread.currentThread().getId(), now);
            c.open(resource, now);
            ledger.opened(c, connectNanos);
        } finally {
            gate.leave();
        }
        watched.taken(c, false, 0);
        watched.opened(c, connectNanos);
        return c;
    }

    /** Neither an end nor a beginning: one connection of the server's is one of ours. */
    Connection rename(Connection c, Name name) {
        gate.enter();
        try {
            if (!c.isBusy()) {
                return null;
            }
            return ledger.rename(c, ledger.directory.stateOf(name));
        } finally {
            gate.leave();
        }
    }
}
