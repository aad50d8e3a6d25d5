package io.kaagent.pool;

/** Rule 12: what a caller is told that got no connection. Under the pool's lock, so that the numbers fit together. */
final class Refusal {
    private static final int SUSPICIOUS_SECONDS = 60;

    private Refusal() {}

    static TakeTimeoutException timeout(Ledger ledger, OriginState origin, long thread, long waitedNanos, long now) {
        return new TakeTimeoutException("no connection to " + origin.origin + " within " + waitedNanos / 1000000
                + " ms: " + state(ledger, origin, thread) + longest(origin, now));
    }

    static QueueFullException queueFull(Ledger ledger, OriginState origin, long thread) {
        return new QueueFullException("no connection to " + origin.origin + ", and maxPending="
                + Limits.shown(origin.limits.maxPending) + " callers wait already: " + state(ledger, origin, thread));
    }

    static PoolClosedException closed() {
        return new PoolClosedException("the pool is closed");
    }

    /** One that has been busy for very long was forgotten rather than used. */
    private static String longest(OriginState origin, long now) {
        long seconds = origin.busyForNanos(now) / 1000000000;
        return seconds < SUSPICIOUS_SECONDS
                ? ""
                : "; one of them has been busy for " + seconds
                        + " s: neither read to its end nor closed, perhaps (ka.leakDetection=true tells where it was opened)";
    }

    private static String state(Ledger ledger, OriginState origin, long thread) {
        StringBuilder text = new StringBuilder(160);
        text.append(origin.busy.size()).append(" busy, ");
        text.append(origin.free).append(" free, ");
        text.append(origin.waiters.size()).append(" waiting; maxSockets=");
        text.append(Limits.shown(origin.limits.maxSockets)).append(", ");
        text.append(ledger.open)
                .append(" open in all, maxTotalSockets=")
                .append(Limits.shown(ledger.directory.maxTotal));
        int held = origin.heldBy(thread);
        if (held > 0) { // rule 13
            text.append("; this thread itself holds ").append(held).append(" of them");
        }
        return text.toString();
    }
}
