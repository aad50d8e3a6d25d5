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

    /** @param end how things stood at its end */
    private Point(int mostBusy, int mostOpen, int mostWaiting, Point end) {
        this.mostBusy = mostBusy;
        this.mostOpen = mostOpen;
        this.mostWaiting = mostWaiting;
        busyAtEnd = end.busyAtEnd;
        openAtEnd = end.openAtEnd;
        waitingAtEnd = end.waitingAtEnd;
        requests = end.requests;
        created = end.created;
        destroyed = end.destroyed;
    }

    /** Both as one. */
    Point and(Point later) {
        return new Point(
                Math.max(mostBusy, later.mostBusy),
                Math.max(mostOpen, later.mostOpen),
                Math.max(mostWaiting, later.mostWaiting),
                later);
    }

    /** A stretch after this one in which nothing happened. */
    Point carriedOn() {
        return new Point(busyAtEnd, openAtEnd, waitingAtEnd, this);
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
