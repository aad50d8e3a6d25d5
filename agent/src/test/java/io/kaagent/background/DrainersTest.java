package io.kaagent.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrainersTest {
    private static final String THREAD = "ka-agent-drainer";
    private static final int MOST = 32;
    private static final int MOST_OF_ONE = 8;

    private final Drainers drainers = new Drainers();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void threadsAreGone() {
        end.countDown();
        Await.endOfThreads(THREAD);
    }

    @Test
    void workOnDaemonThreadsThatTakeNothingAlong() {
        AtomicReference<Thread> working = new AtomicReference<>();
        assertThat(drainers.run("a", () -> working.set(Thread.currentThread()))).isTrue();
        Await.until("the work", () -> working.get() != null);
        assertThat(working.get().isDaemon()).isTrue();
        assertThat(working.get().getContextClassLoader()).isNull();
    }

    @Test
    void oneServerHasSomeOfThem() {
        for (int i = 0; i < MOST_OF_ONE; i++) {
            assertThat(runsLong("slow")).isTrue();
        }
        assertThat(runsLong("slow")).isFalse();
        assertThat(runsLong("other")).isTrue();
        Await.until("all of them", () -> running.get() == MOST_OF_ONE + 1);
    }

    @Test
    void allServersTogetherHaveSoManyAndNothingIsQueued() {
        for (int i = 0; i < MOST; i++) {
            assertThat(runsLong("server " + i / MOST_OF_ONE)).isTrue();
        }
        assertThat(runsLong("one more")).isFalse();
        Await.until("all of them", () -> running.get() == MOST);
        assertThat(Await.threads(THREAD)).isEqualTo(MOST);
    }

    @Test
    void aServerHasItsShareAgainWhenItsWorkIsDone() {
        AtomicInteger done = new AtomicInteger();
        for (int i = 1; i <= 10 * MOST_OF_ONE; i++) {
            int before = i;
            Await.until("a place", () -> drainers.run("a", done::incrementAndGet) || done.get() >= before);
        }
        Await.until("the work", () -> done.get() >= MOST_OF_ONE);
        for (int i = 0; i < MOST_OF_ONE; i++) {
            Await.until("a place", () -> runsLong("a"));
        }
    }

    private boolean runsLong(String server) {
        return drainers.run(server, () -> {
            running.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
