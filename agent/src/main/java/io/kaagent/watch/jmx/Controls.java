package io.kaagent.watch.jmx;

import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;

/** What an operator can see and do beyond the pool itself. An origin of null stands for all of them. Any thread. */
public interface Controls {
    /** Of the agent. */
    String version();

    /** What holds now; for null, for all that have no options of their own. */
    OriginOptions options(Origin origin);

    /** How long a connection may be free by these options, in milliseconds; 0: without limit. */
    long idleMillis(OriginOptions options);

    /** {@code Integer.MAX_VALUE}: Infinity. */
    int maxTotalSockets();

    /** Whether new requests are pooled. */
    boolean isPooling(Origin origin);

    /** How often the agent itself has failed. */
    int defects();

    /**
     * Changes an option from now on.
     *
     * @return what holds in place of what
     * @throws IllegalArgumentException that says what is wrong, and what is allowed; nothing was changed then
     */
    String change(Origin origin, String option, String value);

    /** What was given at the start holds again. Returns how many changes are undone. */
    int reset(Origin origin);

    /** New requests go as without the agent; connections that are free are closed, and those in use when they are given back. */
    void stop(Origin origin);

    /** New requests are pooled again. */
    void restart(Origin origin);

    /** Closes what is free now; returns how many. */
    int evict(Origin origin);
}
