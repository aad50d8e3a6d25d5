package io.kaagent.pool;

/** What is told to the counters from outside, and what they tell (rule 30). Any thread. */
public final class Accounting {
    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;
    private final Watched watched;

    Accounting(Gate gate, Clock clock, Ledger ledger, Watched watched) {
        this.gate = gate;
        this.clock = clock;
        this.ledger = ledger;
        this.watched = watched;
    }

    /** The JDK has sent a request once more. */
    public void resent(Connection c) {
        gate.enter();
        try {
            c.state.origin.counters.countResent();
        } finally {
            gate.leave();
        }
    }

    /** The application has dropped it, neither read to the end of an answer nor closed. */
    public void leaked(Connection c) {
        gate.enter();
        try {
            c.state.origin.counters.countLeaked();
        } finally {
            gate.leave();
        }
    }

    /** Its first TLS handshake begins. By its owner, as what follows. */
    public void handshakes(Connection c) {
        c.handshakes(clock.nanos());
        watched.handshakes(c);
    }

    /** It is over, if one has begun. */
    public void handshaken(Connection c) {
        long nanos = c.handshaken(clock.nanos());
        if (nanos < 0) {
            return;
        }
        gate.enter();
        try {
            c.state.origin.counters.countHandshake(nanos);
        } finally {
            gate.leave();
        }
        watched.handshaken(c, nanos);
    }

    /** All of it, at one moment. */
    public Snapshot snapshot() {
        gate.enter();
        try {
            return Snapshot.of(ledger);
        } finally {
            gate.leave();
        }
    }
}
