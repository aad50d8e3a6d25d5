package io.kaagent.pool;

import java.util.concurrent.locks.LockSupport;

/** One caller's turn, on the caller's thread: ask, wait if need be, look at what was got. Holds no lock while it waits or looks. */
final class Turn {
    /** Rule 13: who waits for ever while it holds a connection of the same origin waits for itself. */
    private static final long LONGEST_WAIT_OF_A_HOLDER_NANOS = 30000000000L;

    private static final long FOR_EVER = Long.MAX_VALUE / 4;

    private final Queue queue;
    private final Clock clock;
    private final Watched watched;

    Turn(Queue queue, Clock clock, Watched watched) {
        this.queue = queue;
        this.clock = clock;
        this.watched = watched;
    }

    Connection take(Name name, boolean fresh, long timeoutMillis)
            throws TakeTimeoutException, QueueFullException, PoolClosedException, InterruptedException {
        try {
            return takeOrWait(name, fresh, timeoutMillis);
        } catch (TakeTimeoutException | QueueFullException e) {
            watched.refused(name.origin(), e);
            throw e;
        }
    }

    private Connection takeOrWait(Name name, boolean fresh, long timeoutMillis)
            throws TakeTimeoutException, QueueFullException, PoolClosedException, InterruptedException {
        long start = 0;
        Connection c = null;
        while (c == null) {
            Object got = queue.request(name, fresh, Thread.currentThread());
            if (got instanceof Waiter) {
                start = start == 0 ? ((Waiter) got).since : start;
                c = await((Waiter) got, start, timeoutMillis);
            } else {
                c = (Connection) got;
            }
            c = quiet(c);
        }
        watched.taken(c, !c.mustConnect(), start == 0 ? 0 : clock.nanos() - start);
        return c;
    }

    Connection takeFree(Name name) {
        Connection c = quiet(queue.free(name, Thread.currentThread()));
        if (c != null) {
            watched.taken(c, !c.mustConnect(), 0);
        }
        return c;
    }

    /** Rule 8: the look, outside the lock; nobody else can have the connection meanwhile. Null: it ended by itself, ask anew. */
    private Connection quiet(Connection taken) {
        Connection c = taken;
        while (c != null && !c.mustConnect() && !isQuiet(c)) {
            c = queue.replaceNotQuiet(c);
        }
        return c;
    }

    private boolean isQuiet(Connection c) {
        boolean looked = false;
        try {
            boolean quiet = c.resource().isQuiet();
            looked = true;
            return quiet;
        } finally {
            if (!looked) {
                queue.abandon(c);
            }
        }
    }

    private Connection await(Waiter waiter, long start, long timeoutMillis)
            throws TakeTimeoutException, PoolClosedException, InterruptedException {
        boolean served = false;
        try {
            if (start == waiter.since) { // for the first time
                watched.waits(waiter.state.name);
            }
            park(waiter, start, limit(waiter, timeoutMillis));
            served = true;
        } finally {
            if (!served) {
                queue.abandon(waiter);
            }
        }
        if (waiter.isRefused()) {
            throw Refusal.closed();
        }
        return waiter.granted();
    }

    private void park(Waiter waiter, long start, long limit) throws TakeTimeoutException, InterruptedException {
        while (!waiter.isAnswered()) {
            long waited = clock.nanos() - start;
            if (waited >= limit) {
                queue.timeOut(waiter, waited);
            } else {
                LockSupport.parkNanos(this, limit - waited);
                if (Thread.interrupted()) {
                    interrupt(waiter);
                }
            }
        }
    }

    private long limit(Waiter waiter, long timeoutMillis) {
        if (timeoutMillis > 0) {
            return Math.min(timeoutMillis, FOR_EVER / 1000000) * 1000000;
        }
        return queue.holdsOne(waiter) ? LONGEST_WAIT_OF_A_HOLDER_NANOS : FOR_EVER;
    }

    private void interrupt(Waiter waiter) throws InterruptedException {
        if (queue.giveUp(waiter)) {
            throw new InterruptedException();
        }
        Thread.currentThread().interrupt(); // served at the same moment: neither the slot is lost nor the interrupt
    }
}
