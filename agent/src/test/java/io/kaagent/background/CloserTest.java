package io.kaagent.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloserTest {
    private static final String THREAD = "ka-agent-closer";
    private static final int MOST = 4;

    private final Closer closer = new Closer();
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void threadsAreGone() {
        Await.endOfThreads(THREAD);
    }

    @Test
    void closesOffTheCallersThread() {
        AtomicReference<Thread> closing = new AtomicReference<>();
        closer.close(() -> closing.set(Thread.currentThread()));
        Await.until("the close", () -> closing.get() != null);
        assertThat(closing.get()).isNotSameAs(Thread.currentThread());
        assertThat(closing.get().isDaemon()).isTrue();
    }

    @Test
    void aBlockedCloseHoldsUpNoOther() {
        CountDownLatch accepted = new CountDownLatch(1);
        closer.close(() -> await(accepted));
        for (int i = 0; i < 100; i++) {
            closer.close(closed::incrementAndGet);
        }
        Await.until("the other closes", () -> closed.get() == 100);
        accepted.countDown();
    }

    @Test
    void hasFourThreadsAtMostAndClosesAllInTheEnd() {
        CountDownLatch accepted = new CountDownLatch(1);
        AtomicInteger blocked = new AtomicInteger();
        for (int i = 0; i < 2 * MOST; i++) {
            closer.close(() -> {
                blocked.incrementAndGet();
                await(accepted);
                closed.incrementAndGet();
            });
        }
        Await.until("blocked threads", () -> blocked.get() == MOST);
        assertThat(Await.threads(THREAD)).isEqualTo(MOST);
        accepted.countDown();
        Await.until("all closes", () -> closed.get() == 2 * MOST);
    }

    @Test
    void losesNoneWhoeverAddsItWhenever() throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            Thread caller = new Thread(() -> {
                for (int i = 0; i < 2_000; i++) {
                    closer.close(closed::incrementAndGet);
                }
            });
            caller.start();
            callers.add(caller);
        }
        for (Thread caller : callers) {
            caller.join();
        }
        Await.until("all closes", () -> closed.get() == 6_000);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
