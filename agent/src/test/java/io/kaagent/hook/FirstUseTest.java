package io.kaagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FirstUseTest {
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void nothingIsAwaited() {
        FirstUse.awaitedBy(null);
        Failures.tellTo(null);
    }

    @Test
    void connectsOnce() {
        FirstUse.awaitedBy(runs::incrementAndGet);
        assertThat(runs).hasValue(0);
        FirstUse.comes();
        FirstUse.comes();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatConnectsMayComeByItself() {
        FirstUse.awaitedBy(() -> {
            runs.incrementAndGet();
            FirstUse.comes();
        });
        FirstUse.comes();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whoComesMeanwhileFindsItConnected() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = connectsUntil(goOn);
        int[] found = new int[1];
        Thread second = new Thread(() -> {
            FirstUse.comes();
            found[0] = runs.get();
        });
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        first.join();
        second.join();
        assertThat(found[0]).isEqualTo(1);
    }

    /** Such as who holds what is needed to get on. */
    @Test
    void afterOneHasWaitedInVainNobodyWaitsAndItIsConnectedAllTheSame() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = connectsUntil(goOn);
        FirstUse.comes(1);
        assertThat(runs).hasValue(0);
        FirstUse.comes(Long.MAX_VALUE); // for ever, if it waited
        goOn.countDown();
        first.join();
        assertThat(runs).hasValue(1);
    }

    @Test
    void whoIsInterruptedStaysSo() {
        FirstUse.awaitedBy(runs::incrementAndGet);
        Thread.currentThread().interrupt();
        FirstUse.comes();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aDefectIsReportedAndNotRepeated() {
        FirstUse.awaitedBy(() -> {
            runs.incrementAndGet();
            throw new IllegalStateException("defect");
        });
        FirstUse.comes();
        FirstUse.comes();
        assertThat(runs).hasValue(1);
        assertThat(Failures.count()).isEqualTo(1);
    }

    @Test
    void whereTheStackRanOutTheNextOneTriesAgain() {
        FirstUse.awaitedBy(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
        });
        FirstUse.comes();
        FirstUse.comes();
        FirstUse.comes();
        assertThat(runs).hasValue(2);
        assertThat(Failures.count()).isZero();
    }

    /** A thread that is at it, and waits there. */
    private Thread connectsUntil(CountDownLatch goOn) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        FirstUse.awaitedBy(() -> {
            begun.countDown();
            await(goOn);
            runs.incrementAndGet();
        });
        Thread first = new Thread(FirstUse::comes);
        first.start();
        begun.await();
        return first;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
