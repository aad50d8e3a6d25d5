package io.kaagent.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pool: the rules of Node's {@code http.Agent} for threads that block. Knows no socket, no clock but the one it is given, and
 * has no thread of its own.
 *
 * <p>Every step is taken under one lock, in memory only. The look at a connection, closing it, and waiting happen outside.
 *
 * <p>Threading: any thread; virtual threads are parked, not pinned. Only {@link #take} may wait.
 */
public final class Pool {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Ledger ledger;
    private final Serving serving;
    private final Taking taking;
    private final GivingBack givingBack;
    private final Sweep sweep;
    private final Trimming trimming;
    private final Turn turn;
    private boolean closed;

    public Pool(LimitsSource limits, Clock clock) {
        this.clock = clock;
        ledger = new Ledger(limits);
        Room room = new Room(ledger);
        serving = new Serving(ledger, room);
        taking = new Taking(ledger, room, serving);
        givingBack = new GivingBack(ledger, serving);
        sweep = new Sweep(ledger, serving);
        trimming = new Trimming(ledger);
        turn = new Turn(this, clock);
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

    /** Connecting succeeded. */
    public void opened(Connection c, Resource resource) {
        boolean shutDown;
        lock.lock();
        try {
            shutDown = c.end() == Reason.SHUTDOWN;
            if (c.isConnecting()) {
                c.state.origin.counters.countCreated(c.open(resource, clock.nanos()));
            }
        } finally {
            unlock();
        }
        closeIf(shutDown, resource);
    }

    /** The owner closed and opened again: the JDK's own retry. The slot is kept, nobody waits. */
    public void reopened(Connection c, Resource resource) {
        boolean shutDown;
        lock.lock();
        try {
            shutDown = c.end() == Reason.SHUTDOWN;
            if (c.isBusy()) {
                c.replace(resource, clock.nanos());
                c.state.origin.counters.countReopened();
            }
        } finally {
            unlock();
        }
        closeIf(shutDown, resource);
    }

    /** Rule 9: connecting failed, the slot comes back and the next caller tries. */
    public void connectFailed(Connection c) {
        lock.lock();
        try {
            if (c.isConnecting()) {
                c.state.origin.counters.countConnectFailure();
                end(c, Reason.CONNECT_FAILED);
            }
        } finally {
            unlock();
        }
    }

    /** Rules 14-19. If it is destroyed, it has been closed when this returns. */
    public Fate give(Connection c, boolean reusable, Hint hint) {
        lock.lock();
        try {
            return givingBack.give(c, reusable, hint, closed, clock.nanos());
        } finally {
            unlock();
        }
    }

    /** Rules 20 and 21: it has closed, or will never be given back. True the first time; the resource is not closed here. */
    public boolean gone(Connection c, Reason why) {
        lock.lock();
        try {
            if (c.isGone()) {
                return false;
            }
            end(c, why);
            return true;
        } finally {
            unlock();
        }
    }

    /** Rules 23 and 27. Returns the nanoseconds until it should run again, -1 when nothing is free. */
    public long sweep() {
        List<Sweep.Seen> free;
        lock.lock();
        try {
            free = sweep.destroyExpired(clock.nanos());
        } finally {
            unlock();
        }
        List<Sweep.Seen> notQuiet = new ArrayList<Sweep.Seen>();
        for (int i = 0; i < free.size(); i++) {
            if (!free.get(i).resource.seemsQuiet()) {
                notQuiet.add(free.get(i));
            }
        }
        lock.lock();
        try {
            sweep.destroy(notQuiet, clock.nanos());
            return sweep.next(clock.nanos());
        } finally {
            unlock();
        }
    }

    /** Rule 4: asks for all limits again, destroys what is free beyond them, and lets through who may go now. */
    public void limitsChanged() {
        lock.lock();
        try {
            ledger.readLimits();
            trimming.toLimits(clock.nanos());
            serving.serveAll(null, clock.nanos());
        } finally {
            unlock();
        }
    }

    /** Rule 29: parks nothing more, lets busy ones finish and serves the queue; new callers are refused. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            trimming.allFree(clock.nanos());
        } finally {
            unlock();
        }
    }

    /** Rule 29: destroys everything and refuses all who wait. */
    public void shutdownNow() {
        lock.lock();
        try {
            closed = true;
            trimming.allWaiting();
            trimming.allFree(clock.nanos());
            trimming.allBusy(clock.nanos());
        } finally {
            unlock();
        }
    }

    /** Rule 30. */
    public Snapshot snapshot() {
        lock.lock();
        try {
            return Snapshot.of(ledger);
        } finally {
            unlock();
        }
    }

    /** Without waiting: a {@link Connection}, or the {@link Waiter} that stands in the queue for the caller now. */
    Object request(Name name, boolean fresh, Thread caller) throws QueueFullException, PoolClosedException {
        lock.lock();
        try {
            if (closed) {
                throw Refusal.closed();
            }
            long now = clock.nanos();
            NameState state = ledger.stateOf(name);
            Connection c = taking.take(state, fresh, caller.getId(), now);
            if (c != null) {
                return c;
            }
            if (state.origin.waiters.size() >= state.origin.limits.maxPending) {
                state.origin.counters.countQueueFull();
                throw Refusal.queueFull(ledger, state.origin, caller.getId());
            }
            return ledger.enqueue(state, fresh, caller, now);
        } finally {
            unlock();
        }
    }

    /** Rule 12: it leaves the queue at once. False if the answer came first: then the answer counts. */
    boolean giveUp(Waiter waiter) {
        lock.lock();
        try {
            if (waiter.isAnswered()) {
                return false;
            }
            ledger.dequeue(waiter);
            ledger.forgetIfUnused(waiter.state);
            return true;
        } finally {
            unlock();
        }
    }

    /** Rule 8, second half; null if the connection has ended by itself: ask anew. */
    Connection replaceNotQuiet(Connection c) {
        lock.lock();
        try {
            return taking.replace(c, Thread.currentThread().getId(), clock.nanos());
        } finally {
            unlock();
        }
    }

    /** Rule 12: it leaves the queue with the state of the pool in hand; unless the answer came first. */
    void timeOut(Waiter waiter, long waitedNanos) throws TakeTimeoutException {
        lock.lock();
        try {
            if (!waiter.isAnswered()) {
                OriginState origin = waiter.state.origin;
                origin.counters.countTimeout();
                TakeTimeoutException timeout = Refusal.timeout(ledger, origin, waiter.thread, waitedNanos);
                ledger.dequeue(waiter);
                ledger.forgetIfUnused(waiter.state);
                throw timeout;
            }
        } finally {
            unlock();
        }
    }

    /** Rule 13. */
    boolean holdsOne(Waiter waiter) {
        lock.lock();
        try {
            return waiter.state.origin.heldBy(waiter.thread) > 0;
        } finally {
            unlock();
        }
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

    /** Frees the lock, then closes what was destroyed under it. */
    private void unlock() {
        Connection doomed = ledger.takeDoomed();
        lock.unlock();
        while (doomed != null) {
            Connection next = doomed.next;
            doomed.next = null;
            if (doomed.resource() != null) {
                doomed.resource().close(doomed.end());
            }
            doomed = next;
        }
    }
}
