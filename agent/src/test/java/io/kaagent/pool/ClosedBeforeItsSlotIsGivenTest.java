package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.C;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Rule 9: no limit is overshot, not even while something is being closed")
@Timeout(30)
class ClosedBeforeItsSlotIsGivenTest {
    private final TestPool test = new TestPool();

    @Test
    void aWaiterGetsTheSlotOnlyAfterTheOldConnectionIsClosed() {
        test.limits.maxSockets(1);
        Waiter[] waiter = new Waiter[1];
        AtomicInteger closes = new AtomicInteger();
        Connection c = opened(A, () -> {
            assertThat(waiter[0].isAnswered()).isFalse();
            closes.incrementAndGet();
        });
        waiter[0] = test.waits(A);
        test.pool.give(c, false, Hint.NONE);
        assertThat(closes).hasValue(1);
        assertThat(waiter[0].granted()).isNotNull();
    }

    @Test
    void aCallerWhoComesMeanwhileWaitsUntilItIsClosed() {
        test.limits.maxSockets(1);
        Waiter[] waiter = new Waiter[1];
        Connection c = opened(A, () -> waiter[0] = test.waits(A));
        test.pool.give(c, false, Hint.NONE);
        assertThat(waiter[0].granted()).isNotNull();
    }

    @Test
    void expiredOnesHoldTheirSlotsUntilTheyAreClosedButForTheOneThatTheCallerTakes() {
        test.limits.maxSockets(2);
        Waiter[] waiters = new Waiter[2];
        Connection one = opened(A, () -> waiters[0] = test.waits(name("a", "other")));
        Connection other = opened(A, () -> waiters[1] = test.waits(name("a", "other")));
        test.give(one);
        test.give(other);
        test.clock.advanceMillis(5000);
        Connection c = test.take(A);
        assertThat(c.mustConnect()).isTrue();
        // the first was closed while the other still was open, and this caller has the other's slot
        assertThat(waiters[0].isAnswered() ^ waiters[1].isAnswered()).isTrue();
        assertThat(test.busyCount()).isEqualTo(2);
    }

    @Test
    void anOriginWhoseIdleConnectionMakesRoomForAnotherHoldsItsOwnSlotUntilItIsClosed() {
        test.limits(B, Limits.builder().maxSockets(1));
        test.maxTotal(2);
        Waiter[] waiter = new Waiter[1];
        Connection b = opened(B, () -> {
            waiter[0] = test.waits(B); // the total has room: C is free
            Snapshot meanwhile = test.pool.snapshot();
            assertThat(meanwhile.busy() + meanwhile.free()).isEqualTo(2);
            assertThat(meanwhile.origins().stream()
                            .mapToInt(o -> o.busy() + o.free())
                            .sum())
                    .isEqualTo(2);
        });
        test.give(b);
        test.clock.advanceMillis(1);
        Connection c = test.free(C);
        assertThat(test.take(A).mustConnect()).isTrue();
        assertThat(waiter[0].granted()).isNotNull(); // in place of C, once B was closed
        assertThat(TestPool.closedFor(c)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(test.busyCount()).isEqualTo(2);
    }

    @Test
    void closesEverythingEvenIfSomethingElseHasToGoMeanwhile() {
        test.limits(A, Limits.builder().maxSockets(1));
        test.limits(C, Limits.builder());
        test.limits(name("d"), Limits.builder());
        test.maxTotal(5);
        test.busy(A);
        Connection[] idle = {test.busy(B), test.busy(B), test.busy(C), test.busy(name("d"))};
        for (Connection c : idle) {
            test.give(c);
        }
        Waiter[] waiters = {test.waits(A), test.waits(A), test.waits(A), test.waits(A)};
        test.limits.maxFreeSockets(0); // of B
        test.limits(A, Limits.builder());
        for (int i = 0; i < idle.length; i++) {
            assertThat(TestPool.resource(idle[i]).closes).isEqualTo(1);
            assertThat(waiters[i].granted()).isNotNull();
        }
        assertThat(test.busyCount()).isEqualTo(5);
    }

    @Test
    void aCloseThatThrowsCostsNeitherASlotNorTheOtherCloses() {
        test.limits.maxSockets(2);
        Connection one = opened(A, ClosedBeforeItsSlotIsGivenTest::fail);
        Connection other = opened(A, ClosedBeforeItsSlotIsGivenTest::fail);
        test.give(one);
        test.give(other);
        assertThatThrownBy(() -> test.pool.close()).hasMessage("close failed");
        assertThat(test.busyCount() + test.freeCount()).isZero();
        assertThat(TestPool.resource(one).closes).isEqualTo(1);
        assertThat(TestPool.resource(other).closes).isEqualTo(1);
    }

    @Test
    void aCallerWhoseRequestEndsInSuchAnErrorLeavesNothingBehind() {
        test.limits.maxSockets(1);
        Connection c = opened(A, ClosedBeforeItsSlotIsGivenTest::fail);
        test.give(c);
        test.clock.advanceMillis(5000);
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).hasMessage("close failed");
        assertThat(test.busyCount() + test.freeCount()).isZero();
        assertThat(test.take(A).mustConnect()).isTrue();
    }

    @Test
    void aLookThatThrowsCostsNoSlot() {
        Connection c = test.take(A);
        test.pool.opened(c, new FakeResource() {
            @Override
            public boolean isQuiet() {
                throw new IllegalStateException("look failed");
            }
        });
        test.give(c);
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).hasMessage("look failed");
        assertThat(TestPool.closedFor(c)).isEqualTo(Reason.ABANDONED);
        assertThat(test.busyCount() + test.freeCount()).isZero();
    }

    private static void fail() {
        throw new IllegalStateException("close failed");
    }

    private Connection opened(Name name, Runnable whileClosing) {
        Connection c = test.take(name);
        test.pool.opened(c, new FakeResource() {
            @Override
            public void close(Reason reason) {
                super.close(reason);
                whileClosing.run();
            }
        });
        return c;
    }
}
