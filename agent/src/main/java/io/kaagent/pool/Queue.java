package io.kaagent.pool;

/** What a caller asks for, one step each, none of which waits: {@link Turn} puts them together, on the caller's thread. */
final class Queue {
    private final Gate gate;
    private final Clock clock;
    private final Ledger ledger;
    private final Serving serving;
    private final Taking taking;

    Queue(Gate gate, Clock clock, Ledger ledger, Serving serving, Taking taking) {
        this.gate = gate;
        this.clock = clock;
        this.ledger = ledger;
        this.serving = serving;
        this.taking = taking;
    }

    /** A {@link Connection}, or the {@link Waiter} that stands in the queue for the caller from now on. */
    Object request(Name name, boolean fresh, Thread caller) throws QueueFullException, PoolClosedException {
        Object got = null;
        boolean left = false;
        gate.enter();
        try {
            got = answer(name, fresh, caller, clock.nanos());
        } finally {
            try {
                gate.leave();
                left = true;
            } finally {
                if (!left && got != null) {
                    abandon(got);
                }
            }
        }
        return got;
    }

    /** A {@link Connection} that is free by the clock; null if there is none. */
    Connection free(Name name, Thread caller) {
        gate.enter();
        try {
            return taking.takeFree(ledger.directory.stateOf(name), caller.getId(), clock.nanos());
        } finally {
            gate.leave();
        }
    }

    /** Rule 8, second half; null if the connection has ended by itself: ask anew. */
    Connection replaceNotQuiet(Connection c) {
        gate.enter();
        try {
            return taking.replace(c, Thread.currentThread().getId(), clock.nanos());
        } finally {
            gate.leave();
        }
    }

    /** Rule 12: it leaves the queue at once. False if the answer came first: then the answer counts. */
    boolean giveUp(Waiter waiter) {
        gate.enter();
        try {
            if (waiter.isAnswered()) {
                return false;
            }
            ledger.dequeue(waiter);
            return true;
        } finally {
            gate.leave();
        }
    }

    /** Rule 12: it leaves the queue with the state of the pool in hand; unless the answer came first. */
    void timeOut(Waiter waiter, long waitedNanos) throws TakeTimeoutException {
        gate.enter();
        try {
            if (!waiter.isAnswered()) {
                OriginState origin = waiter.state.origin;
                origin.counters.countTimeout();
                TakeTimeoutException timeout =
                        Refusal.timeout(ledger, origin, waiter.thread, waitedNanos, clock.nanos());
                ledger.dequeue(waiter);
                throw timeout;
            }
        } finally {
            gate.leave();
        }
    }

    /** Rule 13. */
    boolean holdsOne(Waiter waiter) {
        gate.enter();
        try {
            return waiter.state.origin.heldBy(waiter.thread) > 0;
        } finally {
            gate.leave();
        }
    }

    /** Something was thrown that nobody expects, such as a stack overflow: the slot of a caller who will never use it comes back. */
    void abandon(Object got) {
        gate.enter();
        try {
            Connection c = got instanceof Connection ? (Connection) got : leave((Waiter) got);
            if (c != null && !c.isGone()) {
                long now = clock.nanos();
                ledger.destroy(c, Reason.ABANDONED, now);
                serving.serveAll(c.state, now);
            }
        } finally {
            gate.leave();
        }
    }

    private Object answer(Name name, boolean fresh, Thread caller, long now)
            throws QueueFullException, PoolClosedException {
        if (ledger.closed) {
            throw Refusal.closed();
        }
        NameState state = ledger.directory.stateOf(name);
        Connection c = taking.take(state, fresh, caller.getId(), now);
        if (c != null) {
            return c;
        }
        if (state.origin.waiters.size() >= state.origin.limits.maxPending) {
            state.origin.counters.countQueueFull();
            throw Refusal.queueFull(ledger, state.origin, caller.getId());
        }
        return ledger.enqueue(state, fresh, caller, now);
    }

    private Connection leave(Waiter waiter) {
        ledger.dequeue(waiter);
        return waiter.granted();
    }
}
