package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The pool's lock, and who comes to it with next to no stack left. */
class GateTest {
    private static final long STACK_BYTES = 256 * 1024;
    private static final int TIMES = 200;

    private final Pool pool = new TestPool().pool;

    @Test
    void anOverflowingStackLeavesTheLockToOthers() throws Exception {
        AtomicInteger overflows = new AtomicInteger();
        Thread thread = new Thread(null, () -> overflow(overflows), "deep", STACK_BYTES);
        thread.start();
        thread.join();
        assertThat(overflows).hasValue(TIMES);
        assertThat(CompletableFuture.supplyAsync(pool::snapshot).get(10, TimeUnit.SECONDS))
                .isNotNull();
    }

    private void overflow(AtomicInteger overflows) {
        for (int i = 0; i < TIMES; i++) {
            try {
                deeper(0);
            } catch (StackOverflowError e) {
                overflows.incrementAndGet();
            }
        }
    }

    /** At each depth, so that the lock is asked for at the last that there is. */
    private int deeper(int depth) {
        pool.snapshot();
        return 1 + deeper(depth + 1);
    }
}
