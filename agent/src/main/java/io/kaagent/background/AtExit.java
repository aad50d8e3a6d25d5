package io.kaagent.background;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Runs something when the JVM ends. The JVM waits for its shutdown hooks, and ours must not hold it up: what is run may meet a lock whose owner
 * waits for that very end, {@code System.exit} within {@code synchronized (System.err)} for one. Hence it is run on another thread, and
 * the hook waits for so long at most.
 */
public final class AtExit {
    /** For who has a line to say. */
    public static final long A_MOMENT_MILLIS = 500;

    private AtExit() {}

    /**
     * @param patienceMillis how long the end is held up at most
     * @return false if it can't be: the JVM is ending already, or a security manager does not even let the boot loader's classes do so
     */
    public static boolean run(String name, Runnable task, long patienceMillis) {
        final Thread hook = DaemonThreads.make(name, new Hook(DaemonThreads.make(name, task), patienceMillis));
        try {
            AccessController.doPrivileged(new PrivilegedAction<Void>() {
                @Override
                public Void run() {
                    Runtime.getRuntime().addShutdownHook(hook);
                    return null;
                }
            });
            return true;
        } catch (IllegalStateException | SecurityException e) {
            return false;
        }
    }

    /** Runs it on a thread of its own, and returns when it is done or that time is over. */
    public static void runWithin(String name, Runnable task, long patienceMillis) {
        new Hook(DaemonThreads.make(name, task), patienceMillis).run();
    }

    private static final class Hook implements Runnable {
        private final Thread worker;
        private final long patienceMillis;

        Hook(Thread worker, long patienceMillis) {
            this.worker = worker;
            this.patienceMillis = patienceMillis;
        }

        @Override
        public void run() {
            try {
                worker.start();
                worker.join(patienceMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // an application that interrupts all threads is in a hurry
            } catch (OutOfMemoryError e) {
                return; // no thread to be had: without it, it could hold up the end
            }
        }
    }
}
