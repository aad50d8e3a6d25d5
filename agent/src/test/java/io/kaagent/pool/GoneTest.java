package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.C;
import static io.kaagent.pool.TestPool.name;
import static io.kaagent.pool.TestPool.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules 20 and 21: gone; and rule 9: connecting failed")
class GoneTest {
    private final TestPool test = new TestPool();

    @Test
    @DisplayName("20: once, and only once")
    void givesItsSlotBackOnce() {
        test.limits.maxSockets(2);
        Connection c = test.busy(A);
        test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        assertThat(test.pool.gone(c, Reason.CLOSED_BY_OWNER)).isTrue();
        assertThat(test.pool.gone(c, Reason.ABANDONED)).isFalse();
        assertThat(first.granted().mustConnect()).isTrue();
        assertThat(second.isAnswered()).isFalse();
        assertThat(test.busyCount()).isEqualTo(2);
        assertThat(test.counters().destroyed(Reason.CLOSED_BY_OWNER)).isEqualTo(1);
        assertThat(test.counters().destroyed()).isEqualTo(1);
    }

    @Test
    void leavesTheClosingToItsOwner() {
        Connection c = test.busy(A);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(resource(c).closes).isZero();
    }

    @Test
    void aFreeConnectionThatClosesIsNotHandedOutAnyMore() {
        Connection c = test.free(A);
        assertThat(test.pool.gone(c, Reason.CLOSED_BY_OWNER)).isTrue();
        assertThat(test.freeCount()).isZero();
        assertThat(test.take(A)).isNotSameAs(c);
    }

    @Test
    void aConnectionThatWasHandedOffAndClosesGivesTheSlotOfItsNewOwnerBack() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        test.give(c);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(second.granted()).isNotNull();
        assertThat(test.pool.queue.replaceNotQuiet(first.granted())).isNull();
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    void whatWasDestroyedIsGone() {
        Connection c = test.busy(A);
        test.pool.give(c, false, Hint.NONE);
        assertThat(test.pool.gone(c, Reason.CLOSED_BY_OWNER)).isFalse();
        assertThat(resource(c).closes).isEqualTo(1);
        assertThat(test.counters().destroyed()).isEqualTo(1);
    }

    @Test
    void aConnectionThatEndsWhileItIsOpenedGivesItsSlotBackAndIsNotCountedAsCreated() {
        test.limits.maxSockets(1);
        Connection c = test.take(A);
        Waiter waiter = test.waits(A);
        assertThat(test.pool.gone(c, Reason.CLOSED_BY_OWNER)).isTrue();
        assertThat(waiter.granted()).isNotNull();
        test.pool.opened(c, new FakeResource());
        test.pool.connectFailed(c);
        test.pool.reopened(c, new FakeResource());
        assertThat(test.busyCount()).isEqualTo(1);
        assertThat(test.counters().created()).isZero();
        assertThat(test.counters().destroyed()).isZero();
    }

    @Test
    @DisplayName("21: the longest waiting of any name that the slot can serve")
    void servesTheLongestWaitingOfAnyNameIfNobodyWaitsForItsOwn() {
        test.limits(B, Limits.builder().maxSockets(1));
        test.maxTotal(2);
        Connection c = test.busy(A);
        test.busy(B);
        Waiter stuck = test.waits(B); // its own origin is full: this slot is of no use to it
        Waiter next = test.waits(C);
        Waiter last = test.waits(name("d"));
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(stuck.isAnswered()).isFalse();
        assertThat(next.granted()).isNotNull();
        assertThat(last.isAnswered()).isFalse();
    }

    @Test
    @DisplayName("20: its own name first")
    void servesItsOwnNameBeforeAnOlderCallerOfAnother() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter older = test.waits(B);
        Waiter own = test.waits(A);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(own.granted()).isNotNull();
        assertThat(older.isAnswered()).isFalse();
    }

    @Test
    @DisplayName("9: the slot of a failed connect")
    void aConnectThatFailsGivesTheSlotToTheNextWaiter() {
        test.limits.maxSockets(1);
        Connection c = test.take(A);
        Waiter waiter = test.waits(A);
        test.pool.connectFailed(c);
        test.pool.connectFailed(c);
        assertThat(waiter.granted().mustConnect()).isTrue();
        assertThat(test.counters().connectFailures()).isEqualTo(1);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    void openingAgainKeepsTheSlotAndNeverWaits() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        FakeResource first = resource(c);
        Waiter waiter = test.waits(A);
        FakeResource second = new FakeResource();
        test.pool.reopened(c, second);
        assertThat(c.resource()).isSameAs(second);
        assertThat(waiter.isAnswered()).isFalse();
        assertThat(first.closes).isZero(); // its owner has closed it
        assertThat(test.counters().created()).isEqualTo(2);
        assertThat(test.counters().reopened()).isEqualTo(1);
        assertThat(test.counters().destroyed(Reason.CLOSED_BY_OWNER)).isEqualTo(1);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    void openingAgainStartsANewLife() {
        test.limits.maxAgeMillis(10_000);
        Connection c = test.busy(A);
        test.clock.advanceMillis(9_999);
        test.pool.reopened(c, new FakeResource());
        test.clock.advanceMillis(8_000);
        assertThat(test.give(c)).isEqualTo(Fate.PARKED);
    }
}
