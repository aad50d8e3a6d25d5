package io.kaagent.watch.jmx;

import io.kaagent.background.Errand;
import io.kaagent.pool.Pool;
import io.kaagent.watch.Log;

/**
 * Shows the pool to JMX as soon as somebody uses JMX, and never makes it be used: an MBean server of the platform that nobody asks for is
 * never made.
 *
 * <p>The beans are registered by a thread of their own, since whoever asks for the server holds a lock of the JDK's, and since listeners of
 * the application may be told of it. Not while the JVM starts, unless another thread than that one asks: what the application does in
 * {@code main} comes first. Any thread.
 */
public final class Jmx {
    private final Pool pool;
    private final Errand errand;
    private final long startingThread;
    private volatile boolean mayHaveServer;
    private volatile Object server;
    private volatile boolean used;
    private volatile long known = -1;
    private Registration registration;

    /**
     * @param startingThread the id of the thread that will run {@code main}; 0 if it does already
     * @param mayHaveServer whether the server may have been asked for already
     */
    public Jmx(Pool pool, Controls controls, long startingThread, boolean mayHaveServer) {
        this.pool = pool;
        this.startingThread = startingThread;
        this.mayHaveServer = mayHaveServer;
        this.errand = new Errand("ka-agent-jmx", new Task(controls));
    }

    /** The platform's MBean server was asked for; the caller may hold its lock. */
    public void asked(Object platformServer) {
        if (server != platformServer) {
            server = platformServer;
            if (used || Thread.currentThread().getId() != startingThread) {
                bringUpToDate();
            }
        }
    }

    /** Once connections are pooled, now and then: origins may have come and gone. */
    public void look() {
        boolean first = !used;
        used = true;
        if (server != null ? known != pool.accounting().changesOfOrigins() : first && mayHaveServer) {
            bringUpToDate();
        }
    }

    private void bringUpToDate() {
        try {
            errand.ask();
        } catch (Throwable e) {
            Log.warnRarely("jmx", "no thread to be had to show the pool by JMX: " + e);
        }
    }

    private final class Task implements Runnable {
        private final Controls controls;

        Task(Controls controls) {
            this.controls = controls;
        }

        /** One thread after the other. */
        @Override
        public void run() {
            if (server == null && mayHaveServer) {
                mayHaveServer = false;
                Object existing = Registration.existingServer();
                if (existing != null) { // else somebody may have asked for one meanwhile
                    server = existing;
                }
            }
            if (server != null) {
                if (registration == null) {
                    registration = new Registration(server, pool, controls);
                }
                known = pool.accounting().changesOfOrigins();
                registration.bringUpToDate();
            }
        }
    }
}
