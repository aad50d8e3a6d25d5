package io.kaagent.pool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The pool at one moment (rule 30), read in one step: busy + free equals what is open. Immutable. */
public final class Snapshot {
    private final List<OriginSnapshot> origins;
    private final int busy;
    private final int free;
    private final int waiting;
    private final int maxTotalSockets;
    private final Counters counters;
    private final Counters secureCounters;
    private final int originsUsed;
    private final History history;

    private Snapshot(
            List<OriginSnapshot> origins, History history, int waiting, long uncounted, long secure, Ledger ledger) {
        this.history = history;
        this.origins = Collections.unmodifiableList(origins);
        this.busy = ledger.open - ledger.free;
        this.free = ledger.free;
        this.waiting = waiting;
        this.maxTotalSockets = ledger.directory.maxTotal;
        this.counters = ledger.directory.total.copy(uncounted);
        this.secureCounters = ledger.directory.secure.copy(secure);
        this.originsUsed = ledger.directory.used;
    }

    static Snapshot of(Ledger ledger, boolean eachOrigin, History history) {
        List<OriginSnapshot> origins = new ArrayList<OriginSnapshot>();
        int waiting = 0;
        long uncounted = 0;
        long secure = 0;
        for (OriginState origin : ledger.directory.origins.values()) {
            if (eachOrigin) {
                origins.add(new OriginSnapshot(origin));
            }
            long more = origin.uncounted();
            uncounted += more;
            secure += origin.origin.isSecure() ? more : 0;
            waiting += origin.waiters.size();
        }
        return new Snapshot(origins, history, waiting, uncounted, secure, ledger);
    }

    /** Every origin that has a connection or a waiter, and those of late; in no order. */
    public List<OriginSnapshot> origins() {
        return origins;
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

    public int maxTotalSockets() {
        return maxTotalSockets;
    }

    /** Over all origins, those forgotten since included. */
    public Counters counters() {
        return counters;
    }

    /** The same of those over TLS alone. */
    public Counters secureCounters() {
        return secureCounters;
    }

    /** To how many origins a connection was opened; one that was forgotten meanwhile counts again. */
    public int originsUsed() {
        return originsUsed;
    }

    /** How it came to be so; null if nothing has ever been open. */
    public History history() {
        return history;
    }
}
