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
    private long connectFailures;
    private long takeTimeouts;
    private long queueFull;
    private long waited;
    private long waitNanos;
    private long connectNanos;
    private long served;
    private long ageNanos;

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

    /** Callers who had to wait and were served, and for how long in all, in nanoseconds. */
    public long waited() {
        return waited;
    }

    public long waitNanos() {
        return waitNanos;
    }

    /** Time spent connecting, in nanoseconds. */
    public long connectNanos() {
        return connectNanos;
    }

    /** Exchanges that ended with the connection given back. */
    public long served() {
        return served;
    }

    /** Ages of all connections that have ended, summed up, in nanoseconds. */
    public long ageNanos() {
        return ageNanos;
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
        connectNanos += nanos;
        if (total != null) {
            total.countCreated(nanos);
        }
    }

    /** @param age of the one that was closed for it */
    void countReopened(long age) {
        created++;
        reopened++;
        destroyed[Reason.CLOSED_BY_OWNER.ordinal()]++;
        ageNanos += age;
        if (total != null) {
            total.countReopened(age);
        }
    }

    void countResent() {
        resent++;
        if (total != null) {
            total.countResent();
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
        waited++;
        waitNanos += nanos;
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

    void countDestroyed(Reason reason, long age) {
        destroyed[reason.ordinal()]++;
        ageNanos += age;
        if (total != null) {
            total.countDestroyed(reason, age);
        }
    }

    Counters copy() {
        Counters copy = new Counters(null);
        System.arraycopy(destroyed, 0, copy.destroyed, 0, destroyed.length);
        copy.created = created;
        copy.reused = reused;
        copy.handedOff = handedOff;
        copy.reopened = reopened;
        copy.resent = resent;
        copy.connectFailures = connectFailures;
        copy.takeTimeouts = takeTimeouts;
        copy.queueFull = queueFull;
        copy.waited = waited;
        copy.waitNanos = waitNanos;
        copy.connectNanos = connectNanos;
        copy.served = served;
        copy.ageNanos = ageNanos;
        return copy;
    }
}
