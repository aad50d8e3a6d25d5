package io.kaagent.pool;

/**
 * Rule 30, of one origin or in all. Everything counted for an origin is counted in all too. Under the pool's lock; a copy is what
 * leaves it.
 */
public final class Counters {
    private final Counters total;
    private final long[] destroyed = new long[Reason.values().length];
    private long created;
    private long reused;
    private long handedOff;
    private long reopened;
    private long resent;
    private long leaked;
    private long connectFailures;
    private long takeTimeouts;
    private long queueFull;
    private long served;
    private long requests;
    private Histogram wait = Histogram.ofShortTimes();
    private Histogram connect = Histogram.ofShortTimes();
    private Histogram handshake = Histogram.ofShortTimes();
    private Histogram age = Histogram.ofLongTimes();
    private Histogram use = Histogram.ofNumbers();

    /** @param total where everything is counted as well; null for the total itself */
    Counters(Counters total) {
        this.total = total;
    }

    /** Connections opened, those of the JDK's own retry included. */
    public long created() {
        return created;
    }

    /** Times a free connection was taken, the look at it yet to come: some of them end as {@link Reason#NOT_QUIET}. */
    public long reused() {
        return reused;
    }

    /** Times a connection went straight to a waiting caller (rule 15), the look at it yet to come. */
    public long handedOff() {
        return handedOff;
    }

    /** Times the owner closed and opened again within the same slot; counted as destroyed and as created, too. */
    public long reopened() {
        return reopened;
    }

    /** Requests that were sent once more, on another connection, after theirs had ended without an answer. */
    public long resent() {
        return resent;
    }

    /** Times the application dropped a connection in its hands without closing it. */
    public long leaked() {
        return leaked;
    }

    public long connectFailures() {
        return connectFailures;
    }

    /** Callers who waited in vain (rule 12). */
    public long takeTimeouts() {
        return takeTimeouts;
    }

    /** Callers turned away because {@code maxPending} were waiting. */
    public long queueFull() {
        return queueFull;
    }

    /** How long callers had to wait who were served in the end, in nanoseconds. Who did not have to wait is not counted. */
    public Histogram waiting() {
        return wait;
    }

    /** How long it took to open a connection, the look-up of its server's name included, TLS not, in nanoseconds. */
    public Histogram connecting() {
        return connect;
    }

    /** How long the first TLS handshake of a connection took, in nanoseconds. */
    public Histogram handshakes() {
        return handshake;
    }

    /** How old connections were when they ended, in nanoseconds. */
    public Histogram ages() {
        return age;
    }

    /** How many requests each connection has carried that has ended. */
    public Histogram requestsPerConnection() {
        return use;
    }

    /** Requests sent, as far as they could be followed; those counted in {@link #resent} too, CONNECT for a tunnel not. */
    public long requests() {
        return requests;
    }

    /** Exchanges that ended with the connection given back. */
    public long served() {
        return served;
    }

    public long destroyed(Reason reason) {
        return destroyed[reason.ordinal()];
    }

    /** Connections that have ended, for whatever reason. */
    public long destroyed() {
        long sum = 0;
        for (long count : destroyed) {
            sum += count;
        }
        return sum;
    }

    void countCreated(long nanos) {
        created++;
        connect.add(nanos);
        if (total != null) {
            total.countCreated(nanos);
        }
    }

    /** The one that was closed for it is counted with {@link #countDestroyed}. */
    void countReopened() {
        created++;
        reopened++;
        if (total != null) {
            total.countReopened();
        }
    }

    void countHandshake(long nanos) {
        handshake.add(nanos);
        if (total != null) {
            total.countHandshake(nanos);
        }
    }

    void countRequests(long more) {
        requests += more;
        if (total != null) {
            total.countRequests(more);
        }
    }

    void countResent() {
        resent++;
        if (total != null) {
            total.countResent();
        }
    }

    void countLeaked() {
        leaked++;
        if (total != null) {
            total.countLeaked();
        }
    }

    void countReused() {
        reused++;
        if (total != null) {
            total.countReused();
        }
    }

    void countHandedOff() {
        handedOff++;
        if (total != null) {
            total.countHandedOff();
        }
    }

    void countServed() {
        served++;
        if (total != null) {
            total.countServed();
        }
    }

    void countWaited(long nanos) {
        wait.add(nanos);
        if (total != null) {
            total.countWaited(nanos);
        }
    }

    void countTimeout() {
        takeTimeouts++;
        if (total != null) {
            total.countTimeout();
        }
    }

    void countQueueFull() {
        queueFull++;
        if (total != null) {
            total.countQueueFull();
        }
    }

    void countConnectFailure() {
        connectFailures++;
        if (total != null) {
            total.countConnectFailure();
        }
    }

    void countDestroyed(Reason reason, long ageNanos, long carried) {
        destroyed[reason.ordinal()]++;
        age.add(ageNanos);
        use.add(carried);
        if (total != null) {
            total.countDestroyed(reason, ageNanos, carried);
        }
    }

    /** @param more requests that were sent and have not been counted yet */
    Counters copy(long more) {
        Counters copy = new Counters(null);
        System.arraycopy(destroyed, 0, copy.destroyed, 0, destroyed.length);
        copy.created = created;
        copy.reused = reused;
        copy.handedOff = handedOff;
        copy.reopened = reopened;
        copy.resent = resent;
        copy.leaked = leaked;
        copy.connectFailures = connectFailures;
        copy.takeTimeouts = takeTimeouts;
        copy.queueFull = queueFull;
        copy.served = served;
        copy.requests = requests + more;
        copy.wait = wait.copy();
        copy.connect = connect.copy();
        copy.handshake = handshake.copy();
        copy.age = age.copy();
        copy.use = use.copy();
        return copy;
    }
}
