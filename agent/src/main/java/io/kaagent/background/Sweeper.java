package io.kaagent.background;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the pool's clean-up (rules 23, 26, 27) on one daemon thread that lives while something is free and a moment longer. The
 * clean-up itself is a function of now and lives in the pool.
 *
 * <p>Threading: {@link #wake()} may be called by any thread, under locks of the JDK, and as often as wanted: it starts a thread
 * only when none is running.
 */
public final class Sweeper {
    /**
     * A client that sends one request after the other has its connection free only for moments. A thread that ended whenever it
     * found nothing free would be started again for every request.
     */
    private static final int TRIES_IN_VAIN = 2;

    private static final long LINGER_NANOS = 1000000000L;

    private final Sweep sweep;
    private final AtomicBoolean running = new AtomicBoolean();

    public Sweeper(Sweep sweep) {
        this.sweep = sweep;
    }

    /** Something became free: see to it that a thread looks after it. */
    public void wake() {
        if (!running.get() && running.compareAndSet(false, true)) {
            try {
                DaemonThreads.start("ka-agent-sweeper", new Loop());
            } catch (Throwable e) {
                running.set(
                        false); // no thread to be had: free connections are checked when they are taken all the same
                sweep.failed(e);
            }
        }
    }

    /** What to run, and who hears of its failures. */
    public interface Sweep {
        /** Cleans up once; the nanoseconds until it wants to run again, or below zero when nothing is free. */
        long run();

        /** Never throws. */
        void failed(Throwable e);
    }

    private final class Loop implements Runnable {
        @Override
        public void run() {
            int inVain = 0;
            while (inVain < TRIES_IN_VAIN) {
                long nanos = sweepOnce();
                inVain = nanos < 0 ? inVain + 1 : 0;
                LockSupport.parkNanos(this, nanos < 0 ? LINGER_NANOS : Math.max(nanos, 1));
                Thread.interrupted(); // an application that interrupts every thread must not make this one spin
            }
            running.set(false);
            if (sweepOnce() >= 0) {
                wake(); // became free since: the giver saw a running thread and started none
            }
        }

        private long sweepOnce() {
            try {
                return sweep.run();
            } catch (Throwable e) {
                sweep.failed(e);
                return 1000000000L;
            }
        }
    }
}
