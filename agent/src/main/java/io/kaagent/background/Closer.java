package io.kaagent.background;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes TLS connections away from the caller's thread: such a close writes a close_notify and may read, and the caller may hold
 * locks of the JDK's client (JDK-8293562, a convoy of all threads behind one slow close).
 *
 * <p>At most {@value #MOST} daemon threads at once, each living only as long as there is something to close, so that a peer that
 * accepts no bytes holds up few others. Threading: any thread.
 */
public final class Closer {
    private static final int MOST = 4;

    private final ConcurrentLinkedQueue<Runnable> closes = new ConcurrentLinkedQueue<Runnable>();
    private final AtomicInteger threads = new AtomicInteger();

    /** @param close never throws */
    public void close(Runnable close) {
        closes.add(close);
        int running = threads.get();
        while (running < MOST) {
            if (threads.compareAndSet(running, running + 1)) {
                startThread();
                return;
            }
            running = threads.get();
        }
    }

    private void startThread() {
        try {
            DaemonThreads.start("ka-agent-closer", new Loop());
        } catch (Throwable e) {
            threads.decrementAndGet();
            closeAll(); // no thread to be had: better here than not at all
        }
    }

    private void closeAll() {
        for (Runnable close = closes.poll(); close != null; close = closes.poll()) {
            close.run();
        }
    }

    private final class Loop implements Runnable {
        @Override
        public void run() {
            do {
                closeAll();
                threads.decrementAndGet();
                // added between the last poll and here, by somebody who saw enough threads: look again
            } while (!closes.isEmpty() && rejoin());
        }

        private boolean rejoin() {
            int running = threads.get();
            return running < MOST && threads.compareAndSet(running, running + 1);
        }
    }
}
