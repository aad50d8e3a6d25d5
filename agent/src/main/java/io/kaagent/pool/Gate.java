package io.kaagent.pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pool's one lock, and what follows once it is free: what was destroyed under it is closed, and only then does its slot go to
 * somebody else. Otherwise whoever gets the slot might connect before the old connection is closed, and the server would see more
 * than {@code maxSockets}.
 *
 * <p>Threading: any thread. Not to be entered twice by one thread.
 */
final class Gate {
    /** Calls that there has to be room for on the stack: more than are ever nested under the lock. */
    private static final int ROOM = 40;

    /** It is held for microseconds. Many who look up often keep each other from their work, and lose their places. */
    private static final long LOOK_UP_MILLIS = 10;

    private static final long LOOK_UP_OF_A_VIRTUAL_THREAD_MILLIS = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Ledger ledger;
    private final Serving serving;
    private final Clock clock;
    private final Watched watched;

    /** What all virtual threads are; null where there are none. */
    private final Class<?> virtual = virtual();

    Gate(Ledger ledger, Serving serving, Clock clock, Watched watched) {
        this.ledger = ledger;
        this.serving = serving;
        this.clock = clock;
        this.watched = watched;
    }

    /**
     * Nobody waits without looking up:
     *
     * <ul>
     *   <li>On JDK 21 to 23 a virtual thread that closes its socket comes here with the socket's monitor, so that it can't leave its carrier. If
     *       all carriers waited here, behind a thread that was woken and has none, they would wait for ever.
     *   <li>On JDK 17 a thread that is stopped while it waits keeps its place in the lock's queue for good, and whoever is behind it is never woken.
     * </ul>
     */
    void enter() {
        probe(ROOM);
        boolean interrupted = false;
        boolean done = false;
        try {
            while (!lock.tryLock()) {
                try {
                    if (lock.tryLock(lookUpMillis(), TimeUnit.MILLISECONDS)) {
                        break;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            done = true;
        } finally {
            if (!done && lock.isHeldByCurrentThread()) {
                lock.unlock(); // or nobody ever would
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private long lookUpMillis() {
        boolean isVirtual = virtual != null && virtual.isInstance(Thread.currentThread());
        return isVirtual ? LOOK_UP_OF_A_VIRTUAL_THREAD_MILLIS : LOOK_UP_MILLIS;
    }

    private static Class<?> virtual() {
        try {
            return Class.forName("java.lang.BaseVirtualThread", false, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** A stack that is about to overflow had better do so here, while nothing is held that others wait for. */
    private static int probe(int depth) {
        return depth == 0 ? 0 : 1 + probe(depth - 1);
    }

    void leave() {
        Connection doomed;
        try {
            doomed = ledger.takeDoomed();
        } finally {
            lock.unlock();
        }
        if (doomed != null) {
            closeAll(doomed);
        }
    }

    private void closeAll(Connection first) {
        Connection doomed = first;
        while (doomed != null) {
            Connection rest = doomed.next;
            boolean closed = false;
            try {
                doomed.resource().close(doomed.end());
                closed = true;
                watched.ended(doomed, doomed.end());
            } finally {
                rest = freeSlot(doomed, rest);
                if (!closed && rest != null) {
                    closeAll(rest); // it must not throw; the others are closed all the same
                }
            }
            doomed = rest;
        }
    }

    /** Returns what is still to be closed: whoever gets the slot may need another one's slot as well. */
    private Connection freeSlot(Connection closed, Connection rest) {
        closed.next = null;
        if (!closed.isClosing()) {
            return rest; // the caller on this thread has the slot already
        }
        enter();
        try {
            long now = clock.nanos();
            ledger.release(closed);
            serving.serveAll(closed.state, now);
            return joined(ledger.takeDoomed(), rest);
        } finally {
            lock.unlock();
        }
    }

    private static Connection joined(Connection some, Connection rest) {
        if (some == null) {
            return rest;
        }
        Connection last = some;
        while (last.next != null) {
            last = last.next;
        }
        last.next = rest;
        return some;
    }
}
