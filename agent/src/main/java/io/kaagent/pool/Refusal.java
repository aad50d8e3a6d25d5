package io.kaagent.pool;

/** Rule 12: what a caller is told that got no connection. Under the pool's lock, so that the numbers fit together. */
final class Refusal {
    private Refusal() {}

    static TakeTimeoutException timeout(Ledger ledger, OriginState origin, long thread, long waitedNanos) {
        return new TakeTimeoutException("no connection to " + origin.origin + " within " + waitedNanos / 1000000
                + " ms: " + state(ledger, origin, thread));
    }

    static QueueFullException queueFull(Ledger ledger, OriginState origin, long thread) {
        return new QueueFullException("no connection to " + origin.origin + ", and maxPending="
                + Limits.shown(origin.limits.maxPending) + " callers wait already: " + state(ledger, origin, thread));
    }

    static PoolClosedException closed() {
        return new PoolClosedException("the pool is closed");
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
