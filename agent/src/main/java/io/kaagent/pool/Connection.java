package io.kaagent.pool;

/**
 * One slot of the pool and, once opened, one open connection: connecting -> busy -> (free -> busy)* -> gone, each step once, under the
 * pool's lock. While it is not free it belongs to the caller who took it.
 */
public final class Connection {
    private static final int CONNECTING = 0;
    private static final int BUSY = 1;
    private static final int FREE = 2;
    private static final int CLOSING = 3;
    private static final int GONE = 4;

    final NameState state;
    final long sequence;
    final Usage usage;

    /** Neighbours in the one list it is in: the free ones of its name, the others of its origin, or those to be closed. */
    Connection previous;

    Connection next;
    ConnectionList list;

    /** Whether its place in the total is another connection's already, while it is being closed. */
    boolean isLent;

    private volatile Resource resource;
    private int phase = CONNECTING;
    private Reason end;
    private long ownerThread;
    private long takenAt;
    private long bornAt;
    private long freeSince;
    private long freeUntil;
    private long requestsLeft = -1;
    private long stay;
    private long endedAt;

    Connection(NameState state, long sequence, long ownerThread, long now) {
        this(state, sequence, new Usage(), ownerThread, now);
    }

    private Connection(NameState state, long sequence, Usage usage, long ownerThread, long now) {
        this.state = state;
        this.sequence = sequence;
        this.usage = usage;
        this.ownerThread = ownerThread;
        this.takenAt = now;
        this.bornAt = now;
    }

    /** The same one under another name. */
    Connection(NameState state, Connection same) {
        this(state, same.sequence, same.usage, same.ownerThread, same.takenAt);
        resource = same.resource;
        phase = same.phase;
        bornAt = same.bornAt;
        freeSince = same.freeSince;
        requestsLeft = same.requestsLeft;
        stay = same.stay;
    }

    public Name name() {
        return state.name;
    }

    /** No other of this pool has it. Kept when the owner opens another in its place. */
    public long number() {
        return sequence;
    }

    /** Whether the caller who took it has to open it: then {@link Pool#opened} or {@link Pool#connectFailed} comes next. */
    public boolean mustConnect() {
        return resource == null;
    }

    /** Null as long as nothing was opened. */
    public Resource resource() {
        return resource;
    }

    /** What of the time of opening it was spent on its server's name. Before that is told. */
    public void lookedUp(long nanos) {
        usage.lookedUp(nanos);
    }

    /** The same; 0 where it is not known. */
    public long lookUpNanos() {
        return usage.lookUpNanos();
    }

    /** A request is about to be sent on it. By its owner, one thread at a time. */
    public void asked() {
        usage.asked();
    }

    /** How many requests were sent on it. */
    public int requests() {
        return usage.requests();
    }

    /** How old it was when it ended, in nanoseconds. */
    public long ageAtEndNanos() {
        return endedAt - bornAt;
    }

    /** How long it had been free when it ended, or until it was taken last; 0 if it never was. In nanoseconds. */
    public long idleAtEndNanos() {
        return stay == 0 ? 0 : endedAt - freeSince;
    }

    boolean isConnecting() {
        return phase == CONNECTING;
    }

    boolean isBusy() {
        return phase == BUSY;
    }

    boolean isFree() {
        return phase == FREE;
    }

    /** Ended by the pool, but not closed yet: it holds its slot still. */
    boolean isClosing() {
        return phase == CLOSING;
    }

    /** Ended: nobody may use it any more. */
    boolean isGone() {
        return phase >= CLOSING;
    }

    long ownerThread() {
        return ownerThread;
    }

    /** Tells one stay among the free ones from the next, for who looked at it without the lock (rule 27). */
    long stay() {
        return stay;
    }

    long freeSince() {
        return freeSince;
    }

    /** When it has to be destroyed unless it is taken before. */
    long freeUntil() {
        return freeUntil;
    }

    Reason end() {
        return end;
    }

    /** @return how long connecting took, from the taking on */
    long open(Resource opened, long now) {
        long took = now - takenAt;
        phase = BUSY;
        resource = opened;
        bornAt = now;
        return took;
    }

    /**
     * Its owner has closed it and opened another in its place.
     *
     * @return how old it was
     */
    long replaceWith(Resource opened, long now) {
        long age = now - bornAt;
        Counters counters = state.origin.counters;
        usage.countRequests(counters);
        counters.countReopened();
        counters.countDestroyed(Reason.CLOSED_BY_OWNER, age, usage.requests());
        usage.beginAgain();
        resource = opened;
        bornAt = now;
        requestsLeft = -1;
        return age;
    }

    void take(long thread, long now) {
        phase = BUSY;
        ownerThread = thread;
        takenAt = now;
    }

    /** By the pool's clock. For its owner. */
    public long takenAt() {
        return takenAt;
    }

    /** An exchange is over. Rule 22: the server's count of further requests goes down by one, unless it says anew. */
    void served(Hint hint) {
        if (hint.hasMax()) {
            requestsLeft = hint.max();
        } else if (requestsLeft > 0) {
            requestsLeft--;
        }
    }

    boolean isSpent() {
        return requestsLeft == 0;
    }

    void park(long now, long idleNanos) {
        phase = FREE;
        stay++;
        ownerThread = 0;
        freeSince = now;
        freeUntil = now + Math.min(idleNanos, Expiry.ageLeft(this, now));
    }

    void end(Reason reason, long now) {
        phase = GONE;
        end = reason;
        endedAt = now;
    }

    void endAndClose(Reason reason, long now) {
        phase = CLOSING;
        end = reason;
        endedAt = now;
    }

    void closed() {
        phase = GONE;
    }

    /** @param now by the pool's clock */
    public long ageNanos(long now) {
        return now - bornAt;
    }

    boolean isTooOld(long now) {
        return Expiry.ageLeft(this, now) <= 0;
    }
}
