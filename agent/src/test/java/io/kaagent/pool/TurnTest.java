package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All on one thread: what others do meanwhile happens when the waiting caller looks at the clock. */
@DisplayName("Rules 8, 12 and 13: the turn of a caller who waits")
@Timeout(30)
class TurnTest {
    private static final long HOUR = 3_600_000;

    private final TestPool test = new TestPool();

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    @DisplayName("12: the caller's own time-out")
    void failsWhenItsTimeIsOver() {
        full();
        meanwhile(() -> test.clock.advanceMillis(250));
        assertThatThrownBy(() -> test.pool.take(A, false, 250))
                .isInstanceOf(TakeTimeoutException.class)
                .hasMessageStartingWith("no connection to http://a:80 within 250 ms: 1 busy, 0 free, 1 waiting;");
        assertThat(test.pool.snapshot().waiting()).isZero();
    }

    @Test
    @DisplayName("12: time-out and answer at the same moment")
    void isServedIfTheAnswerComesAtTheLastMoment() throws Exception {
        Connection c = full();
        meanwhile(() -> {
            test.give(c);
            test.clock.advanceMillis(250);
        });
        assertThat(test.pool.take(A, false, 250)).isSameAs(c);
        assertThat(test.counters().takeTimeouts()).isZero();
    }

    @Test
    @DisplayName("12: interrupted")
    void leavesTheQueueAtOnceWhenInterrupted() {
        full();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(test.pool.snapshot().waiting()).isZero();
    }

    @Test
    @DisplayName("12: interrupted and answered at the same moment: neither is lost")
    void isServedIfTheAnswerComesBeforeTheInterruptIsSeen() throws Exception {
        Connection c = full();
        meanwhile(() -> {
            test.give(c);
            Thread.currentThread().interrupt();
        });
        assertThat(test.pool.take(A, false, 0)).isSameAs(c);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("12: an interrupted caller who need not wait is served")
    void isServedThoughInterruptedIfItNeedNotWait() throws Exception {
        Thread.currentThread().interrupt();
        assertThat(test.pool.take(A, false, 0).mustConnect()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    @DisplayName("12: 0 is for ever")
    void waitsForEverWithoutATimeOut() throws Exception {
        Connection c = full();
        meanwhile(
                () -> {
                    test.clock.advanceMillis(24 * HOUR);
                    wake();
                },
                () -> test.give(c));
        assertThat(test.pool.take(A, false, 0)).isSameAs(c);
    }

    @Test
    @DisplayName("13: not for itself")
    void neverWaitsForEverForAConnectionItHoldsItself() throws Exception {
        test.limits.maxSockets(1);
        test.opened(test.pool.take(name("a", "other"), false, 0));
        meanwhile(() -> test.clock.advanceMillis(30_000));
        assertThatThrownBy(() -> test.pool.take(A, false, 0))
                .isInstanceOf(TakeTimeoutException.class)
                .hasMessageContaining("within 30000 ms")
                .hasMessageEndingWith("; this thread itself holds 1 of them");
    }

    @Test
    @DisplayName("13: with a time-out of its own, that one")
    void waitsAsLongAsItWantsThoughItHoldsOne() throws Exception {
        test.limits.maxSockets(1);
        Connection c = test.pool.take(A, false, 0);
        meanwhile(() -> {
            test.clock.advanceMillis(59_999);
            test.give(test.opened(c));
        });
        assertThat(test.pool.take(A, false, 60_000)).isSameAs(c);
    }

    @Test
    @DisplayName("12: refused")
    void failsWhenThePoolIsShutDown() {
        full();
        meanwhile(test.pool::shutdownNow);
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).isInstanceOf(PoolClosedException.class);
    }

    @Test
    @DisplayName("8 and 15: handed off, but not quiet")
    void looksAtWhatIsHandedOffAndOpensAnotherInTheSameSlotIfNeedBe() throws Exception {
        Connection c = full();
        TestPool.resource(c).quiet = false;
        meanwhile(() -> {
            test.waits(A); // not even then has this caller to wait again
            test.give(c);
        });
        Connection got = test.pool.take(A, false, 0);
        assertThat(got.mustConnect()).isTrue();
        assertThat(TestPool.closedFor(c)).isEqualTo(Reason.NOT_QUIET);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("8: ended while it was looked at")
    void asksAnewIfTheConnectionEndsWhileItIsLookedAt() throws Exception {
        test.limits.maxSockets(1);
        Connection c = test.take(A);
        Waiter[] quicker = new Waiter[1];
        test.pool.opened(c, new FakeResource() {
            @Override
            public boolean isQuiet() {
                quicker[0] = test.waits(A);
                test.pool.gone(c, Reason.CLOSED_BY_OWNER);
                return false;
            }
        });
        test.give(c);
        meanwhile(() -> test.pool.connectFailed(quicker[0].granted()));
        assertThat(test.pool.take(A, false, 100).mustConnect()).isTrue();
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("12: all its waits together")
    void doesNotStartToCountAnewWhenItAsksAnew() {
        test.limits.maxSockets(1);
        Connection c = test.take(A);
        test.pool.opened(c, new FakeResource() {
            @Override
            public boolean isQuiet() {
                test.waits(A);
                test.pool.gone(c, Reason.CLOSED_BY_OWNER);
                meanwhile(() -> test.clock.advanceMillis(40));
                return false;
            }
        });
        meanwhile(() -> {
            test.clock.advanceMillis(60);
            test.give(c);
        });
        assertThatThrownBy(() -> test.pool.take(A, false, 100)).hasMessageContaining("within 100 ms");
    }

    @Test
    void aCallerWhoEndsInAnErrorLeavesTheQueue() {
        full();
        meanwhile(() -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).isInstanceOf(StackOverflowError.class);
        assertThat(test.pool.snapshot().waiting()).isZero();
    }

    @Test
    void aCallerWhoEndsInAnErrorThoughServedLeavesTheSlotToOthers() {
        Connection c = full();
        meanwhile(() -> {
            test.give(c);
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).isInstanceOf(StackOverflowError.class);
        assertThat(test.busyCount()).isZero();
        assertThat(TestPool.closedFor(c)).isEqualTo(Reason.ABANDONED);
    }

    /** Of another thread's. */
    private Connection full() {
        test.limits.maxSockets(1);
        return test.busy(A);
    }

    /** What happens once this thread waits, one after the other. */
    private void meanwhile(Runnable... events) {
        test.clock.whenWaiting(events);
    }

    /** For no reason, as may happen. */
    private static void wake() {
        LockSupport.unpark(Thread.currentThread());
    }
}
