package io.kaagent.pool;

import java.util.ArrayList;
import java.util.List;

/** What is told to the counters from outside, and what they tell (rule 30). Any thread. */
public final class Accounting {
    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;
    private final Watched watched;
    private History history;

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
        if (c.usage.handshakes(clock.nanos())) {
            watched.handshakes(c);
        }
    }

    /** It is over, if one has begun. */
    public void handshaken(Connection c) {
        long nanos = c.usage.handshaken(clock.nanos());
        if (nanos >= 0) {
            handshaken(c, nanos);
        }
    }

    /** The same for who has measured it; the first of each connection counts. */
    public void handshaken(Connection c, long nanos) {
        gate.enter();
        try {
            if (!c.usage.secured()) {
                return;
            }
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
            look(true);
            return Snapshot.of(ledger, true, history == null ? null : history.copy());
        } finally {
            gate.leave();
        }
    }

    /** The same, but for the single origins and the history: of those it has none. */
    public Snapshot total() {
        gate.enter();
        try {
            return Snapshot.of(ledger, false, null);
        } finally {
            gate.leave();
        }
    }

    /** To be called now and then while something is open: what the pool looks like becomes a part of its history. */
    public void look() {
        gate.enter();
        try {
            look(false);
        } finally {
            gate.leave();
        }
    }

    /** One origin at one moment; null if nothing is known of it, or no more. */
    public OriginSnapshot snapshot(Origin origin) {
        gate.enter();
        try {
            OriginState state = ledger.directory.origins.get(origin);
            return state == null ? null : new OriginSnapshot(state);
        } finally {
            gate.leave();
        }
    }

    /** Those that a {@link #snapshot()} tells of now. */
    public List<Origin> origins() {
        gate.enter();
        try {
            return new ArrayList<Origin>(ledger.directory.origins.keySet());
        } finally {
            gate.leave();
        }
    }

    /** Greater than before once there are others. */
    public long changesOfOrigins() {
        gate.enter();
        try {
            return ledger.directory.changes;
        } finally {
            gate.leave();
        }
    }

    private void look(boolean atOnce) {
        if (history == null && ledger.mostOpen == 0) {
            return;
        }
        long now = clock.nanos();
        if (history == null) {
            history = new History(now);
        }
        if (atOnce || history.isDue(now)) {
            history.add(new Point(ledger, ledger.directory.uncounted()), now);
        }
    }
}
