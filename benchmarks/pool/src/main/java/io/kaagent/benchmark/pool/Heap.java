package io.kaagent.benchmark.pool;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What is used of it once nothing is left that could go. */
final class Heap {
    private static final int TIMES = 3;

    private Heap() {}

    static double usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < TIMES; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
