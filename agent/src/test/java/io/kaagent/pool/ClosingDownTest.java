package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.closedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule 29: closing down")
class ClosingDownTest {
    private final TestPool test = new TestPool();

    @Test
    void closeDestroysWhatIsFreeAndLetsBusyOnesFinish() {
        Connection free = test.free(A);
        Connection busy = test.busy(A);
        test.pool.close();
        assertThat(closedFor(free)).isEqualTo(Reason.SHUTDOWN);
        assertThat(closedFor(busy)).isNull();
        assertThat(test.give(busy)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(busy)).isEqualTo(Reason.SHUTDOWN);
        assertThat(test.busyCount() + test.freeCount()).isZero();
    }

    @Test
    void closeServesTheQueueAndThenParksNothing() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        test.pool.close();
        assertThat(test.give(c)).isEqualTo(Fate.HANDED_OFF);
        assertThat(first.granted()).isSameAs(c);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        Connection last = test.opened(second.granted());
        assertThat(test.give(last)).isEqualTo(Fate.DESTROYED);
        assertThat(test.busyCount() + test.freeCount()).isZero();
    }

    @Test
    void aClosedPoolRefusesNewCallers() {
        test.free(A);
        test.pool.close();
        assertThatThrownBy(() -> test.pool.take(A, false, 0))
                .isInstanceOf(PoolClosedException.class)
                .hasMessage("the pool is closed");
    }

    @Test
    void shutdownNowDestroysEverythingAndFailsTheQueue() {
        test.limits.maxSockets(2);
        Connection free = test.free(B);
        Connection busy = test.busy(A);
        Connection connecting = test.take(A);
        Waiter waiter = test.waits(A);
        test.pool.shutdownNow();
        assertThat(closedFor(free)).isEqualTo(Reason.SHUTDOWN);
        assertThat(closedFor(busy)).isEqualTo(Reason.SHUTDOWN);
        assertThat(waiter.isRefused()).isTrue();
        assertThat(waiter.granted()).isNull();
        assertThat(test.pool.queue.giveUp(waiter)).isFalse();
        assertThat(test.busyCount() + test.freeCount()).isZero();
        assertThat(test.pool.snapshot().waiting()).isZero();
        assertThat(test.give(busy)).isEqualTo(Fate.IGNORED);
        assertThat(test.pool.gone(busy, Reason.CLOSED_BY_OWNER)).isFalse();
        test.pool.connectFailed(connecting);
        assertThat(test.counters().connectFailures()).isZero();
    }

    @Test
    void whatIsOpenedAfterShutdownNowIsClosedAtOnce() {
        Connection connecting = test.take(A);
        Connection busy = test.busy(A);
        test.pool.shutdownNow();
        FakeResource late = new FakeResource();
        test.pool.opened(connecting, late);
        assertThat(late.closedFor).isEqualTo(Reason.SHUTDOWN);
        FakeResource again = new FakeResource();
        test.pool.reopened(busy, again);
        assertThat(again.closedFor).isEqualTo(Reason.SHUTDOWN);
        assertThat(TestPool.resource(busy).closes).isEqualTo(1);
        assertThat(test.busyCount()).isZero();
    }

    @Test
    void bothMayComeTwiceAndInAnyOrder() {
        Connection busy = test.busy(A);
        test.pool.close();
        test.pool.close();
        assertThat(test.busyCount()).isEqualTo(1);
        test.pool.shutdownNow();
        test.pool.shutdownNow();
        test.pool.close();
        test.pool.limitsChanged();
        assertThat(test.pool.sweep()).isEqualTo(-1);
        assertThat(test.busyCount()).isZero();
        assertThat(TestPool.resource(busy).closes).isEqualTo(1);
    }
}
