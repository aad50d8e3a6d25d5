package io.kaagent.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a state, never for a time. */
final class Await {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = 2_000_000;

    private Await() {}

    /** @param state told if the wait was in vain */
    static void until(BooleanSupplier condition, Supplier<?> state) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("not within " + PATIENCE + ": " + state.get());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
