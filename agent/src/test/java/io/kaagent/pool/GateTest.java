package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The pool's lock: who comes to it with next to no stack left, and who is stopped while it waits. */
@Timeout(60)
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

    /** On JDK 17 its place in the lock's queue is never given up, and whoever is behind it never woken. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_19, disabledReason = "from 20 on no thread is stopped")
    void whoIsStoppedWhileItWaitsHoldsUpNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Pool held = new Pool(new NoLimits(), () -> heldUp(asked, goOn));
        Thread holder = started(held::limitsChanged);
        asked.await();
        Thread stopped = waiting(held);
        Thread next = waiting(held);
        AtomicReference<Throwable> end = new AtomicReference<>();
        stopped.setUncaughtExceptionHandler((thread, e) -> end.set(e));
        Thread.class.getMethod("stop").invoke(stopped);
        stopped.join();
        assertThat(end.get()).isInstanceOf(ThreadDeath.class);
        goOn.countDown();
        holder.join();
        next.join();
    }

    /** Asked for the time under the lock, and takes its own for it. */
    private static long heldUp(CountDownLatch asked, CountDownLatch goOn) {
        asked.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return 0;
    }

    private static Thread started(Runnable what) {
        Thread thread = new Thread(what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static Thread waiting(Pool pool) {
        Thread thread = started(pool::snapshot);
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
