package io.kaagent.demo;

import java.util.concurrent.TimeUnit;

/** Waits for a moment of a schedule, so that being late once does not delay what follows. */
final class Pause {

    private Pause() {}

    /** Returns {@code millis} after {@code start}, a reading of {@link System#nanoTime}; at once if that is over. */
    static void until(long start, long millis) {
        long left;
        while ((left = start + TimeUnit.MILLISECONDS.toNanos(millis) - System.nanoTime()) > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts the threads of the demo", e);
            }
        }
    }
}
