package io.kaagent.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules 23 and 27 as a function of now: which free connections have to go, which are to be looked at, and when to come again. Under
 * the pool's lock, but for the look itself.
 */
final class Sweep {
    /** End of stream or bytes on a free connection are noticed within a second. */
    private static final long LOOK_EVERY_NANOS = 1000000000L;

    private final Ledger ledger;

    Sweep(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Destroys what is past its time; returns what is still free, with the stay it was seen in. */
    List<Seen> destroyExpired(long now) {
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
    void destroy(List<Seen> notQuiet, long now) {
        for (int i = 0; i < notQuiet.size(); i++) {
            Connection c = notQuiet.get(i).connection;
            if (c.isFree() && c.stay() == notQuiet.get(i).stay) {
                ledger.destroy(c, Reason.NOT_QUIET, now);
            }
        }
    }

    /** Nanoseconds until the next sweep; -1 when nothing is free. */
    long next(long now) {
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
    static final class Seen {
        final Connection connection;
        final Resource resource;
        private final long stay;

        Seen(Connection connection) {
            this.connection = connection;
            this.resource = connection.resource();
            this.stay = connection.stay();
        }
    }
}
