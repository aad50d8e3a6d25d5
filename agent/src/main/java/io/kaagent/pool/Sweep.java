package io.kaagent.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules 23 and 27 as a function of now: which free connections have to go, which are to be looked at, and when to come again. The look
 * itself is taken without the pool's lock.
 */
final class Sweep {
    /** End of stream or bytes on a free connection are noticed within a second. */
    private static final long LOOK_EVERY_NANOS = 1000000000L;

    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;

    Sweep(Gate gate, Clock clock, Ledger ledger) {
        this.gate = gate;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Nanoseconds until the next one; -1 when nothing is free. */
    long run() {
        List<Seen> free;
        gate.enter();
        try {
            free = destroyExpired(clock.nanos());
        } finally {
            gate.leave();
        }
        List<Seen> notQuiet = new ArrayList<Seen>();
        for (int i = 0; i < free.size(); i++) {
            if (!free.get(i).resource.seemsQuiet()) {
                notQuiet.add(free.get(i));
            }
        }
        gate.enter();
        try {
            destroy(notQuiet, clock.nanos());
            return next(clock.nanos());
        } finally {
            gate.leave();
        }
    }

    /** Destroys what is past its time; returns what is still free, with the stay it was seen in. */
    private List<Seen> destroyExpired(long now) {
        List<Seen> seen = new ArrayList<Seen>(ledger.free);
        List<Connection> expired = new ArrayList<Connection>();
        for (OriginState origin : ledger.directory.origins.values()) {
            for (NameState name : origin.names) {
                for (Connection c = name.free.first(); c != null; c = c.next) {
                    if (Expiry.of(c, now) == null) {
                        seen.add(new Seen(c));
                    } else {
                        expired.add(c);
                    }
                }
            }
        }
        for (int i = 0; i < expired.size(); i++) {
            ledger.destroy(expired.get(i), Expiry.of(expired.get(i), now), now);
        }
        return seen;
    }

    /** After the look: only if it has been free all the time. Whoever took it since has looked for himself. */
    private void destroy(List<Seen> notQuiet, long now) {
        for (int i = 0; i < notQuiet.size(); i++) {
            Connection c = notQuiet.get(i).connection;
            if (c.isFree() && c.stay() == notQuiet.get(i).stay) {
                ledger.destroy(c, Reason.NOT_QUIET, now);
            }
        }
    }

    private long next(long now) {
        if (ledger.free == 0) {
            return -1;
        }
        long next = LOOK_EVERY_NANOS;
        for (OriginState origin : ledger.directory.origins.values()) {
            for (NameState name : origin.names) {
                for (Connection c = name.free.first(); c != null; c = c.next) {
                    next = Math.min(next, c.freeUntil() - now);
                }
            }
        }
        return Math.max(next, 0);
    }

    /** A free connection, as it was seen under the lock. */
    private static final class Seen {
        private final Connection connection;
        private final Resource resource;
        private final long stay;

        Seen(Connection connection) {
            this.connection = connection;
            this.resource = connection.resource();
            this.stay = connection.stay();
        }
    }
}
