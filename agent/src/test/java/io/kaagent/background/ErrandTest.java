package io.kaagent.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ErrandTest {
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final Errand errand = new Errand("errand", this::run);

    @Test
    void isRunOnADaemonThreadThatEnds() throws InterruptedException {
        mayEnd.release();
        errand.ask();
        begun.acquire();
        Thread runner = thread.get();
        assertThat(runner).isNotSameAs(Thread.currentThread());
        assertThat(runner.isDaemon()).isTrue();
        runner.join();
        assertThat(runs).hasValue(1);
    }

    @Test
    void isRunOnceMoreIfAskedForMeanwhile() throws InterruptedException {
        errand.ask();
        begun.acquire();
        Thread runner = thread.get();
        for (int i = 0; i < 5; i++) {
            errand.ask();
        }
        mayEnd.release(2);
        begun.acquire();
        runner.join();
        assertThat(runs).hasValue(2);
    }

    @Test
    void isRunAgainLater() throws InterruptedException {
        mayEnd.release(2);
        errand.ask();
        begun.acquire();
        thread.get().join();
        errand.ask();
        Await.until("a second run", () -> runs.get() == 2);
    }

    private void run() {
        thread.set(Thread.currentThread());
        begun.release();
        mayEnd.acquireUninterruptibly();
        runs.incrementAndGet();
    }
}
