package io.kaagent.pool;

import java.util.HashMap;
import java.util.Iterator;

/** Which origins and names the pool knows. A name is kept as long as it has a slot or a waiter, once. Under the pool's lock. */
final class Directory {
    /** Origins without a connection or a waiter are kept for their counters, but not without end. */
    static final int MOST_ORIGINS = 1024;

    /** What is counted for an origin is counted here too. */
    final Counters total = new Counters(null);

    /** Of those over TLS. */
    final Counters secure = new Counters(total);

    final HashMap<Origin, OriginState> origins = new HashMap<Origin, OriginState>();
    int maxTotal;

    /** Origins that a connection was opened to; one that was forgotten meanwhile counts again. */
    int used;
    /** Rises with each origin that becomes known, and each time some are forgotten. */
    long changes;

    private final HashMap<Name, NameState> names = new HashMap<Name, NameState>();
    private final LimitsSource source;

    Directory(LimitsSource source) {
        this.source = source;
        this.maxTotal = source.maxTotalSockets();
    }

    /** A new one is kept from its first slot or waiter on: see {@link #keep}. */
    NameState stateOf(Name name) {
        NameState state = names.get(name);
        return state != null ? state : new NameState(name, originState(name.origin()));
    }

    void keep(NameState name) {
        if (!name.isKept) {
            names.put(name.name, name);
            name.origin.names.add(name);
            name.isKept = true;
        }
    }

    void forgetIfUnused(NameState name) {
        if (name.isKept && name.isUnused()) {
            name.isKept = false;
            names.remove(name.name);
            name.origin.names.remove(name);
        }
    }

    /** Requests sent that are not in the total yet. */
    long uncounted() {
        long uncounted = 0;
        for (OriginState origin : origins.values()) {
            uncounted += origin.uncounted();
        }
        return uncounted;
    }

    void readLimits() {
        maxTotal = source.maxTotalSockets();
        for (OriginState origin : origins.values()) {
            origin.limits = source.of(origin.origin);
        }
    }

    private OriginState originState(Origin origin) {
        OriginState state = origins.get(origin);
        if (state == null) {
            if (origins.size() >= MOST_ORIGINS) {
                forgetUnusedOrigins();
            }
            state = new OriginState(origin, source.of(origin), origin.isSecure() ? secure : total);
            origins.put(origin, state);
            changes++;
        }
        return state;
    }

    private void forgetUnusedOrigins() {
        changes++;
        for (Iterator<OriginState> all = origins.values().iterator(); all.hasNext(); ) {
            if (all.next().isUnused()) {
                all.remove();
            }
        }
    }
}
