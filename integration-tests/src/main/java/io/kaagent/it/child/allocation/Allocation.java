package io.kaagent.it.child.allocation;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What the present thread allocates in a call, once the compiler is done with it: the least of some rounds. */
final class Allocation {
    private static final int CALLS = 1500;
    private static final int LEAST_ROUNDS = 20;
    private static final long PATIENCE_NANOS = 500_000_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads or writes. */
    interface Call {
        void run() throws IOException;
    }

    private Allocation() {}

    /** Returns the bytes of a call. Under a busy compiler it takes longer until there are no fewer. */
    static double of(Call call) throws IOException {
        long least = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        long found = System.nanoTime();
        for (int i = 0; i < LEAST_ROUNDS || least > 0 && System.nanoTime() - found < PATIENCE_NANOS; i++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int j = 0; j < CALLS; j++) {
                call.run();
            }
            long bytes = THREADS.getThreadAllocatedBytes(thread) - before;
            if (bytes < least) {
                least = bytes;
                found = System.nanoTime();
            }
        }
        return (double) least / CALLS;
    }
}
