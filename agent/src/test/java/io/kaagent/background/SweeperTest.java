package io.kaagent.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private static final String THREAD = "ka-agent-sweeper";
    private static final long AN_HOUR = 3_600_000_000_000L;
    private static final long NOTHING_FREE = -1;

    private final Script script = new Script();
    private final Sweeper sweeper = new Sweeper(script);

    @AfterEach
    void threadIsGone() {
        Await.endOfThreads(THREAD);
        assertThat(script.next).isEmpty();
    }

    @Test
    void itsThreadEndsWhenNothingIsFree() {
        script.then(() -> 1000, () -> 1000);
        sweeper.wake();
        Await.endOfThreads(THREAD);
        assertThat(script.threads).hasSizeGreaterThanOrEqualTo(3);
        assertThat(script.threads.get(0).isDaemon()).isTrue();
    }

    @Test
    void wokenAgainItStartsAnother() {
        sweeper.wake();
        Await.endOfThreads(THREAD);
        int before = script.threads.size();
        sweeper.wake();
        Await.until("another sweep", () -> script.threads.size() > before);
        assertThat(script.threads.get(before)).isNotSameAs(script.threads.get(0));
    }

    @Test
    void wokenWhileItRunsItStartsNone() {
        CountDownLatch woken = new CountDownLatch(1);
        script.then(() -> {
            await(woken);
            return NOTHING_FREE;
        });
        sweeper.wake();
        Await.until("the sweep", () -> script.threads.size() == 1);
        for (int i = 0; i < 100; i++) {
            sweeper.wake();
        }
        assertThat(Await.threads(THREAD)).isEqualTo(1);
        woken.countDown();
        Await.endOfThreads(THREAD);
        assertThat(script.threads).containsOnly(script.threads.get(0));
    }

    /** The giver saw a running thread, and its thread had just seen nothing. */
    @Test
    void whatBecomesFreeAsItEndsIsNotOverlooked() {
        CountDownLatch freedAgain = new CountDownLatch(1);
        script.then(
                () -> {
                    sweeper.wake();
                    return NOTHING_FREE;
                },
                () -> 1000,
                () -> {
                    freedAgain.countDown();
                    return NOTHING_FREE;
                });
        sweeper.wake();
        await(freedAgain);
    }

    @Test
    void aFailureIsToldAndItGoesOn() {
        RuntimeException exception = new IllegalStateException("first");
        Error error = new AssertionError("second");
        script.then(
                () -> {
                    throw exception;
                },
                () -> {
                    throw error;
                });
        sweeper.wake();
        Await.endOfThreads(THREAD);
        assertThat(script.failures).containsExactly(exception, error);
        assertThat(script.threads).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void anInterruptDoesNotMakeItSpin() {
        script.then(() -> AN_HOUR, () -> AN_HOUR);
        sweeper.wake();
        Thread thread = awaitParkedAfter(1);
        thread.interrupt();
        assertThat(awaitParkedAfter(2)).isSameAs(thread);
        assertThat(thread.isInterrupted()).isFalse();
        assertThat(script.threads).hasSize(2);
        LockSupport.unpark(thread);
    }

    private Thread awaitParkedAfter(int sweeps) {
        Await.until(
                "a parked sweeper",
                () -> script.threads.size() == sweeps
                        && script.threads.get(0).getState() == Thread.State.TIMED_WAITING);
        return script.threads.get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sweeps as the test wrote down; then nothing is free. */
    private static final class Script implements Sweeper.Sweep {
        final BlockingQueue<LongSupplier> next = new LinkedBlockingQueue<>();
        final List<Thread> threads = new CopyOnWriteArrayList<>();
        final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

        void then(LongSupplier... sweeps) {
            next.addAll(List.of(sweeps));
        }

        @Override
        public long run() {
            threads.add(Thread.currentThread());
            LongSupplier sweep = next.poll();
            return sweep == null ? NOTHING_FREE : sweep.getAsLong();
        }

        @Override
        public void failed(Throwable e) {
            failures.add(e);
        }
    }
}
