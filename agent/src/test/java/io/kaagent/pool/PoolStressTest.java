package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Real threads on a pool that is far too small for them. What must hold at any moment, the servers see to themselves. */
class PoolStressTest {
    private static final long DEADLINE_MILLIS = 60_000;

    @Test
    void platformThreadsNeverExceedALimitShareAConnectionOrLoseASlot() throws Exception {
        run(12, 5_000, Thread::new);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void norDoVirtualThreads() throws Exception {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        var unstarted = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
        run(60, 1_000, task -> {
            try {
                return (Thread) unstarted.invoke(builder, task);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void run(int callers, int requests, Function<Runnable, Thread> threads) throws Exception {
        StressServers servers = new StressServers();
        Pool pool = new Pool(servers, System::nanoTime);
        List<StressCaller> tasks = new ArrayList<>();
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            StressCaller caller = new StressCaller(pool, servers, requests);
            tasks.add(caller);
            started.add(threads.apply(caller));
        }
        started.forEach(Thread::start);
        disturb(pool, servers, started);

        for (StressCaller caller : tasks) {
            assertThat(caller.failure).isNull();
        }
        assertThat(servers.violations).isEmpty();
        Snapshot end = pool.snapshot();
        assertThat(end.busy()).isZero();
        assertThat(end.waiting()).isZero();
        assertThat(end.free()).isEqualTo(servers.open());
        assertThat(end.counters().reused()).isPositive();
        assertThat(end.counters().handedOff()).isPositive();
        assertThat(end.counters().takeTimeouts()).isPositive();
        assertThat(end.counters().created()).isEqualTo(servers.opened());
        pool.close();
        Counters last = pool.snapshot().counters();
        assertThat(servers.open()).isZero();
        assertThat(last.created()).isEqualTo(last.destroyed());
    }

    /** Sweeps, changes of limits and interrupts, until every caller has come to its end. */
    private static void disturb(Pool pool, StressServers servers, List<Thread> callers) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE_MILLIS * FakeClock.MILLI;
        List<Thread> alive = new ArrayList<>(callers);
        for (int round = 0; !alive.isEmpty(); round++) {
            Thread caller = alive.get(ThreadLocalRandom.current().nextInt(alive.size()));
            caller.join(1);
            caller.interrupt();
            pool.sweep();
            if (round % 10 == 0) {
                servers.changeLimits();
                pool.limitsChanged();
            }
            alive.removeIf(thread -> !thread.isAlive());
            if (System.nanoTime() > deadline) {
                assertThat(alive.get(0).getStackTrace()).as("a caller hangs").isEmpty();
            }
        }
    }
}
