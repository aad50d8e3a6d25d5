package io.kaagent.background;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that read the rest of responses nobody wants. Each read may wait for its server: so nothing is ever queued behind another, and at
 * most {@value #MOST_OF_ONE} of the {@value #MOST} threads work for one server. What finds no thread is not read.
 *
 * <p>The threads are daemons, and end after a second without work. Threading: any thread, which never waits.
 */
public final class Drainers {
    private static final int MOST = 32;
    private static final int MOST_OF_ONE = 8;
    private static final long LINGER_MILLIS = 1000;

    private final Map<Object, Integer> running = new HashMap<Object, Integer>();
    private ThreadPoolExecutor threads;

    /**
     * @param server whom the task may have to wait for
     * @param task never throws
     * @return false if it is not run, for want of a thread
     */
    public boolean run(Object server, Runnable task) {
        if (!begin(server)) {
            return false;
        }
        boolean runs = false;
        try {
            threads().execute(new Counted(server, task));
            runs = true;
        } catch (RejectedExecutionException e) {
            return false; // all are at work
        } catch (OutOfMemoryError e) {
            return false; // no thread to be had
        } finally {
            if (!runs) {
                end(server);
            }
        }
        return true;
    }

    private synchronized boolean begin(Object server) {
        Integer count = running.get(server);
        if (count != null && count == MOST_OF_ONE) {
            return false;
        }
        running.put(server, count == null ? 1 : count + 1);
        return true;
    }

    private synchronized void end(Object server) {
        int count = running.get(server);
        if (count == 1) {
            running.remove(server);
        } else {
            running.put(server, count - 1);
        }
    }

    private synchronized ThreadPoolExecutor threads() {
        if (threads == null) {
            // with a security manager it keeps the rights of whoever made it, and with them the application's class
            // loader
            threads = AccessController.doPrivileged(new PrivilegedAction<ThreadPoolExecutor>() {
                @Override
                public ThreadPoolExecutor run() {
                    return new ThreadPoolExecutor(
                            0,
                            MOST,
                            LINGER_MILLIS,
                            TimeUnit.MILLISECONDS,
                            new SynchronousQueue<Runnable>(),
                            new Threads());
                }
            });
        }
        return threads;
    }

    private static final class Threads implements ThreadFactory {
        @Override
        public Thread newThread(Runnable worker) {
            return DaemonThreads.make("ka-agent-drainer", worker);
        }
    }

    private final class Counted implements Runnable {
        private final Object server;
        private final Runnable task;

        Counted(Object server, Runnable task) {
            this.server = server;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                end(server);
            }
        }
    }
}
