package io.kaagent.it.child.allocation;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What the present thread allocates in a call, once the compiler is done with it: the least of many rounds. */
final class Allocation {
    static final int ROUNDS = 40;
    static final int CALLS = 1500;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads or writes. */
    interface Call {
        void run() throws IOException;
    }

    private Allocation() {}

    /** Calls it {@link #ROUNDS} times {@link #CALLS} times; returns the bytes of a call. */
    static double of(Call call) throws IOException {
        long least = Long.MAX_VALUE;
        long thread = Thread.currentThread().getId();
        for (int i = 0; i < ROUNDS; i++) {
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int j = 0; j < CALLS; j++) {
                call.run();
            }
            least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
        }
        return (double) least / CALLS;
    }
}
