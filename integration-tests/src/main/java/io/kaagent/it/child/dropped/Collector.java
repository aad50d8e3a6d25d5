package io.kaagent.it.child.dropped;

import java.util.function.BooleanSupplier;

/** The garbage collector, as often as it takes. */
final class Collector {
    private static final int MOST = 20;
    private static final int PAUSE_MILLIS = 20;

    private Collector() {}

    /** Until it has found all, but not for ever. */
    static void runUntil(BooleanSupplier found) throws InterruptedException {
        for (int i = 0; i < MOST && !found.getAsBoolean(); i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS); // finalizers run, and the JDK's own threads see what was dropped
        }
    }
}
