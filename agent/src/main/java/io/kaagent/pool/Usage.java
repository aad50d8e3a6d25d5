package io.kaagent.pool;

/** What a connection has been used for, as far as it is counted (rule 30). Requests by its owner; the rest under the pool's lock, or by its owner. */
final class Usage {
    private volatile int requests;
    private int counted;
    private long lookUpNanos;
    private long handshakesSince;
    private boolean handshakes;
    private boolean secured;

    void asked() {
        requests = requests + 1;
    }

    int requests() {
        return requests;
    }

    void lookedUp(long nanos) {
        lookUpNanos = nanos;
    }

    long lookUpNanos() {
        return lookUpNanos;
    }

    /** Whether it is its first one. */
    boolean handshakes(long now) {
        handshakes = !secured;
        handshakesSince = now;
        return handshakes;
    }

    /** How long it took, once; below zero if none was under way. */
    long handshaken(long now) {
        boolean was = handshakes;
        handshakes = false;
        return was ? now - handshakesSince : -1;
    }

    /** It has made its handshake. True the first time. */
    boolean secured() {
        boolean was = secured;
        secured = true;
        return !was;
    }

    /** Requests that {@link Counters} do not know of yet. */
    int uncounted() {
        return requests - counted;
    }

    void countRequests(Counters counters) {
        int more = uncounted();
        if (more > 0) {
            counted += more;
            counters.countRequests(more);
        }
    }

    /** Another connection is there in its place. */
    void beginAgain() {
        requests = 0;
        counted = 0;
        secured = false;
    }
}
