package io.kaagent.background;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the pool's clean-up (rules 23, 26, 27) on one daemon thread that lives only while something is free. The clean-up itself is
 * a function of now and lives in the pool.
 *
 * <p>Threading: {@link #wake()} may be called by any thread, under locks of the JDK, and as often as wanted: it starts a thread
 * only when none is running.
 */
public final class Sweeper {
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
            boolean finished = false;
            while (!finished) {
                long nanos = sweepOnce();
                while (nanos >= 0) {
                    LockSupport.parkNanos(this, Math.max(nanos, 1));
                    Thread.interrupted(); // an application that interrupts every thread must not make this one spin
                    nanos = sweepOnce();
                }
                // Something may have become free since: the giver saw a running thread and started none.
                running.set(false);
                finished = sweepOnce() < 0 || !running.compareAndSet(false, true);
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
