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

    /** Nobody owns the connection from now on. */
    public void isFree() {
        lock.lock();
        free = true;
        lock.unlock();
    }

    /** Somebody owns it from now on. */
    public void isTaken() {
        lock.lock();
        free = false;
        lock.unlock();
    }

    /**
     * There are bytes on the connection. If nobody owns it they are taken in.
     *
     * @return false if they are more than that: then the connection is of no use any more
     */
    public boolean digest(SSLSocket socket) {
        if (!lock.tryLock()) {
            return true; // whoever has it sees to it
        }
        try {
            return !free || ArrivedRecords.digest(socket);
        } finally {
            lock.unlock();
        }
    }
}
