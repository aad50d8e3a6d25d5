package io.kaagent.tls;

import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/**
 * What a free TLS connection itself has to say: session tickets and key updates (RFC 8446, 4.6) come when the peer likes. They are taken
 * in, by the thread that gets the connection or by the one that sweeps, but never while somebody owns it.
 *
 * <p>Threading: any thread; nobody waits but for another's taking in, which does not wait itself.
 */
public final class PostHandshake {
    private final ReentrantLock lock = new ReentrantLock();
    private boolean free;
    private boolean lost;
    private volatile boolean unasked;

    /** Nobody owns the connection from now on. */
    public void isFree() {
        lock.lock();
        free = true;
        lock.unlock();
    }

    /**
     * Somebody owns it from now on.
     *
     * @return false if it is of no use any more: bytes have been taken from it that were more than that
     */
    public boolean take() {
        lock.lock();
        try {
            free = false;
            return !lost;
        } finally {
            lock.unlock();
        }
    }

    /** There are bytes on the connection, and it is this thread's: they are taken in. False if it is of no use any more. */
    public boolean digest(SSLSocket socket) {
        lock.lock();
        try {
            if (!lost) {
                Arrival arrival = ArrivedRecords.digest(socket);
                unasked = arrival == Arrival.DATA;
                lost = arrival != Arrival.OF_TLS;
            }
            return !lost;
        } finally {
            lock.unlock();
        }
    }

    /** The same, if nobody owns it; who does sees to it alone. */
    public boolean digestIfFree(SSLSocket socket) {
        if (!lock.tryLock()) {
            return true;
        }
        try {
            return !free || digest(socket);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was the application's data that came, and nobody had asked for them. */
    public boolean sawData() {
        return unasked;
    }
}
