package io.kaagent.url;

import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;

/**
 * What has arrived of a response, or does within a moment. Never waits in a read, so that the application's read time-out
 * need not be touched.
 *
 * <p>Threading: the application's thread, within a request.
 */
final class Arrivals {
    private static final long PAUSE_NANOS = 200000;

    private final PooledClient pooled;
    private final Object client;
    private final int before;

    Arrivals(PooledClient pooled, Object client) {
        this.pooled = pooled;
        this.client = client;
        this.before = pooled.timesGivenBack();
    }

    /** Where the bytes go. Whoever reads what it takes from does so under its lock, or after it is done. */
    interface Taker {
        /** Takes what is there; true if that was something. */
        boolean take();

        /** Whether it takes no more. */
        boolean isDone();
    }

    /**
     * True if the response has come to its end, and its connection is not the caller's any more.
     *
     * @param millis how long to wait for what is not there yet
     */
    boolean await(Taker taker, int millis) {
        Ahead ahead = ahead();
        long end = System.nanoTime() + millis * 1000000L;
        fill(ahead, taker);
        while (true) {
            boolean taken = taker.take();
            if (areOver()) {
                return true;
            }
            if (taken) {
                continue;
            }
            if (taker.isDone()
                    || System.nanoTime() - end > 0
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (!fill(ahead, taker)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Whether something was decrypted. The taker's lock keeps others from reading meanwhile. */
    private static boolean fill(Ahead ahead, Taker taker) {
        synchronized (taker) {
            return ahead != null && !taker.isDone() && ahead.fill();
        }
    }

    /** Whether the response has come to its end since, or its connection. */
    boolean areOver() {
        return pooled.timesGivenBack() != before || pooled.isClosed();
    }

    /** The JDK decrypts nothing unasked. */
    private Ahead ahead() {
        Socket socket = JdkClient.socket(client);
        return socket instanceof SSLSocket ? Ahead.below(JdkClient.input(client), (SSLSocket) socket) : null;
    }
}
