package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Rules 11 and 12: the queue")
@Timeout(30)
class WaitingTest {
    private final TestPool test = new TestPool();

    @Test
    @DisplayName("11: first come, first served")
    void servesTheCallersOfANameInTheOrderTheyAsked() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        Waiter third = test.waits(A);
        test.give(c);
        assertThat(first.granted()).isSameAs(c);
        assertThat(second.isAnswered()).isFalse();
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(second.granted().mustConnect()).isTrue();
        assertThat(third.isAnswered()).isFalse();
        test.pool.connectFailed(second.granted());
        assertThat(third.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("11: no barging")
    void aNewCallerNeverGetsAheadOfThoseWhoWait() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter waiting = test.waits(A);
        Waiter late = test.waits(name("a", "other name"));
        test.give(c);
        assertThat(waiting.granted()).isSameAs(c);
        assertThat(late.isAnswered()).isFalse();
    }

    @Test
    @DisplayName("11: over all names")
    void aSlotOfTheTotalGoesToWhoHasWaitedLongestOverAllNames() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter b = test.waits(B);
        Waiter other = test.waits(name("c"));
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(b.granted()).isNotNull();
        assertThat(other.isAnswered()).isFalse();
    }

    @Test
    @DisplayName("12: leaving the queue")
    void aWaiterWhoGivesUpLeavesAtOnceAndCostsNobodyASlot() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        assertThat(test.pool.queue.giveUp(first)).isTrue();
        assertThat(test.pool.snapshot().waiting()).isEqualTo(1);
        test.give(c);
        assertThat(first.isAnswered()).isFalse();
        assertThat(second.granted()).isSameAs(c);
    }

    @Test
    @DisplayName("12: the answer came first")
    void whoGivesUpTooLateHasTheConnection() throws Exception {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(A);
        test.give(c);
        assertThat(test.pool.queue.giveUp(waiter)).isFalse();
        test.pool.queue.timeOut(waiter, 5);
        assertThat(waiter.granted()).isSameAs(c);
        assertThat(test.counters().takeTimeouts()).isZero();
    }

    @Test
    @DisplayName("12: time-out")
    void aTimeOutNamesTheOriginTheLimitsAndHowManyAreBusyFreeAndWaiting() {
        test.limits.maxSockets(2);
        test.maxTotal(7);
        test.busy(A);
        test.busy(A);
        test.free(B);
        Waiter waiter = test.waits(A);
        test.waits(A);
        assertThatThrownBy(() -> test.pool.queue.timeOut(waiter, 1234 * FakeClock.MILLI))
                .isInstanceOf(TakeTimeoutException.class)
                .hasMessage("no connection to http://a:80 within 1234 ms: 2 busy, 0 free, 2 waiting; maxSockets=2, "
                        + "3 open in all, maxTotalSockets=7");
        assertThat(test.pool.snapshot().waiting()).isEqualTo(1);
        assertThat(test.counters().takeTimeouts()).isEqualTo(1);
    }

    @Test
    @DisplayName("13: whose thread it is")
    void aConnectionThatWasHandedOffIsHeldByItsNewCaller() throws Exception {
        test.limits.maxSockets(1);
        Thread caller = new Thread();
        Connection c = test.busy(A);
        test.pool.queue.request(A, false, caller);
        test.give(c);
        Waiter again = (Waiter) test.pool.queue.request(A, false, caller);
        assertThat(test.pool.queue.holdsOne(again)).isTrue();
        assertThat(test.pool.queue.holdsOne(test.waits(A))).isFalse();
    }

    @Test
    @DisplayName("12: maxPending")
    void failsAtOnceWhenMaxPendingCallersWait() {
        test.limits.maxSockets(1).maxPending(2);
        Connection c = test.busy(A);
        Waiter first = test.waits(A);
        test.waits(name("a", "other name"));
        assertThatThrownBy(() -> test.pool.queue.request(A, false, new Thread()))
                .isInstanceOf(QueueFullException.class)
                .hasMessage("no connection to http://a:80, and maxPending=2 callers wait already: 1 busy, 0 free, "
                        + "2 waiting; maxSockets=1, 1 open in all, maxTotalSockets=Infinity");
        assertThat(test.counters().queueFull()).isEqualTo(1);
        test.give(c);
        assertThat(first.granted()).isSameAs(c);
        assertThat(test.waits(A).isAnswered()).isFalse();
    }

    @Test
    @DisplayName("12: maxPending 0 lets nobody wait, but everybody take")
    void withoutAQueueStillServesWhomItCan() throws Exception {
        test.limits.maxSockets(1).maxPending(0);
        Connection c = test.take(A);
        assertThatThrownBy(() -> test.pool.take(A, false, 0)).isInstanceOf(QueueFullException.class);
        test.opened(c);
        test.give(c);
        assertThat(test.pool.take(A, false, 0)).isSameAs(c);
        test.give(c);
        assertThat(test.pool.take(A, true, 0).mustConnect()).isTrue();
    }
}
