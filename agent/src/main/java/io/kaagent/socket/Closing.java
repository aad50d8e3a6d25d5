package io.kaagent.socket;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether the owner of a TLS socket closes it. The JDK's {@code close()} locks and unlocks what it finds in the socket: a connection that
 * changed its place in between would leave a lock held for ever. So it moves before the owner closes, or not at all.
 *
 * <p>Threading: any thread. Who closes waits for who moves a connection, which takes no longer than that; who would move one does not wait.
 */
final class Closing {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean begun;

    /** Whoever is first decides what becomes of the connection; {@link #leave} has to follow. False for all others. */
    boolean enter() {
        lock.lock();
        boolean first = !begun;
        begun = true;
        return first;
    }

    /** Whether the connection may move now; if so, {@link #leave} has to follow, and whoever closes waits for it. */
    boolean tryHoldOff() {
        if (!lock.tryLock()) {
            return false;
        }
        if (begun && lock.getHoldCount() == 1) {
            lock.unlock();
            return false;
        }
        return true;
    }

    void leave() {
        lock.unlock();
    }
}
