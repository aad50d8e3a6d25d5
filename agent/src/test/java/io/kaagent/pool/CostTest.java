package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Counted in bytes, not in time: those are the same on every machine. */
class CostTest {
    private static final int TIMES = 20_000;

    private final TestPool test = new TestPool();

    @Test
    void reusingAConnectionAllocatesNothing() throws Exception {
        test.free(A);
        takeAndGive(TIMES); // until everything is loaded
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        takeAndGive(TIMES);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated / TIMES).as("bytes each time").isZero();
        assertThat(test.counters().created()).isEqualTo(1);
    }

    private void takeAndGive(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            Connection c = test.pool.take(A, false, 0);
            if (test.pool.give(c, true, Hint.NONE) != Fate.PARKED) {
                throw new AssertionError();
            }
        }
    }
}
