package io.kaagent.observe;

import java.util.List;

/** What was seen of one origin up to a moment. Every connection of it counts once: spared, needed for some cause, or undecided. Immutable. */
public final class OriginFigures {
    private final String origin;
    private final long[] needed;
    final long requests;
    final long opened;
    final long spared;
    final int open;
    final int mostOpen;
    final long connectNanos;
    private final List<Opener> openers;

    OriginFigures(ObservedOrigin origin, List<Opener> openers) {
        this.origin = origin.name();
        this.needed = origin.needed.clone();
        this.requests = origin.requests;
        this.opened = origin.opened;
        this.spared = origin.spared;
        this.open = origin.open;
        this.mostOpen = origin.mostOpen;
        this.connectNanos = origin.connectNanos;
        this.openers = openers;
    }

    /** {@code http://host:80}; {@code https} if TLS was spoken there. */
    public String origin() {
        return origin;
    }

    /** Whose head went out completely. */
    public long requests() {
        return requests;
    }

    /** Connections opened. */
    public long opened() {
        return opened;
    }

    /** Of those: a connection opened before would have been free at its first request, and would have done. */
    public long spared() {
        return spared;
    }

    /** Of those: pooling would have opened it, too. */
    public long needed(Cause cause) {
        return needed[cause.ordinal()];
    }

    /** At this moment. */
    public int open() {
        return open;
    }

    /** At once. */
    public int mostOpen() {
        return mostOpen;
    }

    /** All connects together, in nanoseconds, TLS not among it. */
    public long connectNanos() {
        return connectNanos;
    }

    /** Who opens them: the most frequent first. */
    public List<Opener> openers() {
        return openers;
    }
}
