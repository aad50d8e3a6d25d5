package io.kaagent.pool;

/**
 * The pool: the rules of Node's {@code http.Agent} for threads that block. Knows no socket, no clock but the one it is given, and
 * has no thread of its own.
 *
 * <p>Every step is taken under one lock, in memory only. The look at a connection, closing it, and waiting happen outside. What the
 * pool destroys is closed before its slot goes to somebody else: no limit is ever exceeded, not even for a moment.
 *
 * <p>Threading: any thread; virtual threads are parked, not pinned. Only {@link #take} may wait.
 */
public final class Pool {
    /** What {@link #take} is made of. */
    final Queue queue;

    private final Clock clock;
    private final Ledger ledger;
    private final Serving serving;
    private final GivingBack givingBack;
    private final Sweep sweep;
    private final Trimming trimming;
    private final Gate gate;
    private final Turn turn;
    private final Demand demand;
    private final Accounting accounting;
    private final Adopting adopting;
    private final Eviction eviction;
    private final Watched watched = new Watched();

    public Pool(LimitsSource limits, Clock clock) {
        this.clock = clock;
        ledger = new Ledger(new Directory(limits));
        Room room = new Room(ledger);
        serving = new Serving(ledger, room);
        givingBack = new GivingBack(ledger, serving);
        trimming = new Trimming(ledger);
        gate = new Gate(ledger, serving, clock, watched);
        sweep = new Sweep(gate, clock, ledger);
        queue = new Queue(gate, clock, ledger, serving, new Taking(ledger, room));
        turn = new Turn(queue, clock, watched);
        demand = new Demand(gate, clock, ledger);
        eviction = new Eviction(gate, clock, ledger, trimming);
        accounting = new Accounting(gate, clock, ledger, watched);
        adopting = new Adopting(gate, clock, ledger, watched);
    }

    /**
     * Rules 7-13. The look at a connection that was free or handed over is done here; one that fails is replaced at once.
     *
     * @param fresh never answer a pooled connection; the limits hold all the same
     * @param timeoutMillis how long to wait at most; 0: for ever, but 30 s if this thread holds a connection of the origin (rule 13)
     * @return a connection that is the caller's until it is given back or ends; if it {@link Connection#mustConnect()}, the caller opens it
     * @throws InterruptedException if interrupted while waiting; an interrupted caller that need not wait is served
     */
    public Connection take(Name name, boolean fresh, long timeoutMillis)
            throws TakeTimeoutException, QueueFullException, PoolClosedException, InterruptedException {
        return turn.take(name, fresh, timeoutMillis);
    }

    /**
     * Rules 7 and 8 for a caller who need not have one: a connection that is free; or, in the slot of one that was not quiet, the right to
     * open another. Never waits, and stands in no queue.
     *
     * @return null if none is free; else as {@link #take}
     */
    public Connection takeFree(Name name) {
        return turn.takeFree(name);
    }

    /** Connecting succeeded. */
    public void opened(Connection c, Resource resource) {
        boolean shutDown;
        long nanos = -1;
        gate.enter();
        try {
            shutDown = c.end() == Reason.SHUTDOWN;
            if (c.isConnecting()) {
                nanos = c.open(resource, clock.nanos());
                ledger.opened(c, nanos);
            }
        } finally {
            gate.leave();
        }
        if (nanos >= 0) {
            watched.opened(c, nanos);
        }
        closeIf(shutDown, resource);
    }

    /**
     * Takes in a connection that its owner opened without asking, because nobody knew then that it belongs here: from now on it counts
     * as any other, though the limits may be exceeded by it. Never waits.
     *
     * @param connectNanos how long it took to open it
     * @return null when the pool is closed
     */
    public Connection adopt(Name name, Resource resource, long connectNanos) {
        return adopting.adopt(name, resource, connectNanos);
    }

    /**
     * It turns out to be another name's, of the same origin, than it was taken for. By its owner.
     *
     * @return what it is from now on; null if it has ended
     */
    public Connection rename(Connection c, Name name) {
        return adopting.rename(c, name);
    }

    /** The owner closed and opened again: the JDK's own retry. The slot is kept, nobody waits. */
    public void reopened(Connection c, Resource resource) {
        boolean shutDown;
        int requests = c.requests();
        long age = -1;
        gate.enter();
        try {
            shutDown = c.end() == Reason.SHUTDOWN;
            if (c.isBusy()) {
                age = c.replaceWith(resource, clock.nanos());
            }
        } finally {
            gate.leave();
        }
        if (age >= 0) {
            watched.reopened(c, age, requests);
        }
        closeIf(shutDown, resource);
    }

    /** Rule 9: connecting failed, the slot comes back and the next caller tries. */
    public void connectFailed(Connection c) {
        gate.enter();
        try {
            if (!c.isConnecting()) {
                return;
            }
            c.state.origin.counters.countConnectFailure();
            end(c, Reason.CONNECT_FAILED);
        } finally {
            gate.leave();
        }
        watched.ended(c, Reason.CONNECT_FAILED);
    }

    /** Rules 14-19. If it is destroyed, it has been closed when this returns. */
    public Fate give(Connection c, boolean reusable, Hint hint) {
        Fate fate;
        gate.enter();
        try {
            fate = givingBack.give(c, reusable, hint, clock.nanos());
        } finally {
            gate.leave();
        }
        watched.given(c, fate);
        return fate;
    }

    /** Rules 20 and 21: it has closed, or will never be given back. True the first time; the resource is not closed here. */
    public boolean gone(Connection c, Reason why) {
        gate.enter();
        try {
            if (c.isGone()) {
                return false;
            }
            end(c, why);
        } finally {
            gate.leave();
        }
        watched.ended(c, why);
        return true;
    }

    /** Rules 23 and 27. Returns the nanoseconds until it should run again, -1 when nothing is free. */
    public long sweep() {
        return sweep.run();
    }

    /** Rule 4: asks for all limits again, destroys what is free beyond them, and lets through who may go now. */
    public void limitsChanged() {
        gate.enter();
        try {
            ledger.directory.readLimits();
            trimming.toLimits(clock.nanos());
            serving.serveAll(null, clock.nanos());
        } finally {
            gate.leave();
        }
    }

    /** Rule 29: parks nothing more, lets busy ones finish and serves the queue; new callers are refused. */
    public void close() {
        gate.enter();
        try {
            ledger.closed = true;
            trimming.allFree(clock.nanos());
        } finally {
            gate.leave();
        }
    }

    /** Rule 29: destroys everything and refuses all who wait. */
    public void shutdownNow() {
        gate.enter();
        try {
            ledger.closed = true;
            trimming.allWaiting();
            trimming.allFree(clock.nanos());
            trimming.allBusy(clock.nanos());
        } finally {
            gate.leave();
        }
    }

    public Accounting accounting() {
        return accounting;
    }

    /** Who has, and who wants, connections at this moment. */
    public Demand demand() {
        return demand;
    }

    public Eviction eviction() {
        return eviction;
    }

    /** From now on it, too, is told what happens. */
    public void watch(Watcher watcher, Watcher.Defects defects) {
        watched.by(watcher, defects);
    }

    /** Rule 30. */
    public Snapshot snapshot() {
        return accounting.snapshot();
    }

    private void end(Connection c, Reason why) {
        ledger.end(c, why, clock.nanos());
        serving.serveAll(c.state, clock.nanos());
    }

    /** {@link #shutdownNow()} came while it was opened, and had nothing to close yet. */
    private static void closeIf(boolean shutDown, Resource resource) {
        if (shutDown) {
            resource.close(Reason.SHUTDOWN);
        }
    }
}
