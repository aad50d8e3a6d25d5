package io.kaagent.pool;

/** A stretch of the pool's {@link History}: the most that was at once during it, and how things stood at its end. Immutable. */
public final class Point {
    private final int mostBusy;
    private final int mostOpen;
    private final int mostWaiting;
    private final int busyAtEnd;
    private final int openAtEnd;
    private final int waitingAtEnd;
    private final long requests;
    private final long created;
    private final long destroyed;

    /** Since the last one was made, until now. The ledger begins anew to see what is the most. */
    Point(Ledger ledger, long uncounted) {
        busyAtEnd = ledger.open - ledger.free;
        openAtEnd = ledger.open;
        waitingAtEnd = ledger.queued;
        mostBusy = Math.max(ledger.mostBusy, busyAtEnd);
        mostOpen = Math.max(ledger.mostOpen, openAtEnd);
        mostWaiting = Math.max(ledger.mostWaiting, waitingAtEnd);
        Counters total = ledger.directory.total;
        requests = total.requests() + uncounted;
        created = total.created();
        destroyed = total.destroyed();
        ledger.mostBusy = busyAtEnd;
        ledger.mostOpen = openAtEnd;
        ledger.mostWaiting = waitingAtEnd;
    }

    private Point(Point earlier, Point later) {
        mostBusy = Math.max(earlier.mostBusy, later.mostBusy);
        mostOpen = Math.max(earlier.mostOpen, later.mostOpen);
        mostWaiting = Math.max(earlier.mostWaiting, later.mostWaiting);
        busyAtEnd = later.busyAtEnd;
        openAtEnd = later.openAtEnd;
        waitingAtEnd = later.waitingAtEnd;
        requests = later.requests;
        created = later.created;
        destroyed = later.destroyed;
    }

    private Point(Point before) {
        mostBusy = before.busyAtEnd;
        mostOpen = before.openAtEnd;
        mostWaiting = before.waitingAtEnd;
        busyAtEnd = before.busyAtEnd;
        openAtEnd = before.openAtEnd;
        waitingAtEnd = before.waitingAtEnd;
        requests = before.requests;
        created = before.created;
        destroyed = before.destroyed;
    }

    /** Both as one. */
    Point and(Point later) {
        return new Point(this, later);
    }

    /** A stretch after this one in which nothing happened. */
    Point carriedOn() {
        return new Point(this);
    }

    /** Connecting, in a caller's hands, or being closed. */
    public int mostBusy() {
        return mostBusy;
    }

    /** Busy and free together; not as many as the most of each, which may have come one after the other. */
    public int mostOpen() {
        return mostOpen;
    }

    public int mostWaiting() {
        return mostWaiting;
    }

    /** Since the agent is there, until the end of this stretch; as are the others. */
    public long requests() {
        return requests;
    }

    public long created() {
        return created;
    }

    public long destroyed() {
        return destroyed;
    }
}
