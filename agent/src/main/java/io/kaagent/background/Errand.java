package io.kaagent.background;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that is run when it is asked for, on a daemon thread that lives only for that, never two at once. Asked for while it runs, it runs
 * once more. Any thread.
 */
public final class Errand {
    private final String name;
    private final Runnable task;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param name the thread's
     * @param task never throws
     */
    public Errand(String name, Runnable task) {
        this.name = name;
        this.task = task;
    }

    /** Returns at once. If there is no thread to be had that is thrown, and asking again tries again. */
    public void ask() {
        if (asked.getAndIncrement() == 0) {
            boolean started = false;
            try {
                DaemonThreads.start(name, new Loop());
                started = true;
            } finally {
                if (!started) {
                    asked.set(0);
                }
            }
        }
    }

    private final class Loop implements Runnable {
        @Override
        public void run() {
            int known;
            do {
                known = asked.get();
                task.run();
            } while (!asked.compareAndSet(known, 0));
        }
    }
}
