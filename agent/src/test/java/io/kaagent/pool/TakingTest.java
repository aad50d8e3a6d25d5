package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.C;
import static io.kaagent.pool.TestPool.closedFor;
import static io.kaagent.pool.TestPool.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Rules 7 to 10: taking")
@Timeout(30)
class TakingTest {
    private final TestPool test = new TestPool();

    @Test
    @DisplayName("7: a free one before a new one")
    void reusesAFreeConnectionBeforeItOpensANewOne() {
        Connection c = test.free(A);
        assertThat(test.take(A)).isSameAs(c);
        assertThat(c.mustConnect()).isFalse();
        assertThat(test.counters().created()).isEqualTo(1);
        assertThat(test.counters().reused()).isEqualTo(1);
    }

    @Test
    @DisplayName("7: lifo")
    void takesTheOneFreedLastWhenLifo() {
        test.limits.scheduling(Scheduling.LIFO);
        Connection first = test.busy(A);
        Connection second = test.busy(A);
        test.give(first);
        test.give(second);
        assertThat(test.take(A)).isSameAs(second);
        assertThat(test.take(A)).isSameAs(first);
    }

    @Test
    @DisplayName("7: fifo")
    void takesTheOneFreedFirstWhenFifo() {
        test.limits.scheduling(Scheduling.FIFO);
        Connection first = test.busy(A);
        Connection second = test.busy(A);
        test.give(first);
        test.give(second);
        assertThat(test.take(A)).isSameAs(first);
        assertThat(test.take(A)).isSameAs(second);
    }

    @Test
    void aCallerWhoInsistsOnANewConnectionGetsOne() {
        Connection c = test.free(A);
        assertThat(test.takeFresh(A).mustConnect()).isTrue();
        assertThat(closedFor(c)).isNull();
    }

    @Test
    @DisplayName("8: not quiet, next")
    void destroysACandidateThatIsNotQuietAndTakesTheNext() throws Exception {
        Connection good = test.busy(A);
        Connection bad = test.busy(A);
        test.give(good);
        test.give(bad);
        resource(bad).quiet = false;
        assertThat(test.pool.take(A, false, 0)).isSameAs(good);
        assertThat(closedFor(bad)).isEqualTo(Reason.NOT_QUIET);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("8: none left")
    void opensANewOneInTheSameSlotWhenNoneIsQuiet() throws Exception {
        test.limits.maxSockets(2);
        Connection one = test.busy(A);
        Connection other = test.busy(A);
        resource(one).quiet = false;
        resource(other).quiet = false;
        test.give(one);
        test.give(other);
        Connection c = test.pool.take(A, false, 0);
        assertThat(c.mustConnect()).isTrue();
        assertThat(closedFor(one)).isEqualTo(Reason.NOT_QUIET);
        assertThat(closedFor(other)).isEqualTo(Reason.NOT_QUIET);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("8: idle limit by the clock")
    void neverTakesOneThatIsPastItsIdleLimitEvenIfNoSweepHasRun() {
        test.limits.maxSockets(2);
        Connection one = test.busy(A);
        Connection other = test.busy(A);
        test.give(one);
        test.give(other);
        test.clock.advanceMillis(3999);
        assertThat(test.take(A)).isSameAs(other);
        test.clock.advanceMillis(1);
        assertThat(test.take(A).mustConnect()).isTrue();
        assertThat(closedFor(one)).isEqualTo(Reason.IDLE_LIMIT);
        assertThat(closedFor(other)).isNull();
    }

    @Test
    @DisplayName("9: maxSockets counts free and busy")
    void opensNoMoreThanMaxSockets() {
        test.limits.maxSockets(2);
        test.busy(A);
        test.take(A); // connecting counts, too
        assertThat(test.waits(A).isAnswered()).isFalse();
        assertThat(test.take(B).mustConnect()).isTrue();
    }

    @Test
    @DisplayName("9: maxTotalSockets")
    void opensNoMoreThanMaxTotalSockets() {
        test.maxTotal(2);
        test.busy(A);
        test.take(B);
        assertThat(test.waits(C).isAnswered()).isFalse();
        assertThat(test.waits(A).isAnswered()).isFalse();
    }

    @Test
    @DisplayName("10: the longest idle of any other name")
    void atTheTotalDestroysTheLongestIdleOfAnyOtherNameAndTakesItsSlot() {
        test.maxTotal(3);
        Connection a = test.free(A);
        test.clock.advanceMillis(1);
        Connection b = test.free(B);
        test.busy(B);
        Connection c = test.take(C);
        assertThat(c.mustConnect()).isTrue();
        assertThat(closedFor(a)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(closedFor(b)).isNull();
        assertThat(test.busyCount() + test.freeCount()).isEqualTo(3);
    }

    @Test
    @DisplayName("10: but not if the origin's own limit is what stands in the way")
    void destroysNothingOfOthersForACallerWhoseOriginIsFull() {
        test.limits.maxSockets(1);
        test.maxTotal(2);
        Connection b = test.free(B);
        test.busy(A);
        test.waits(A);
        assertThat(closedFor(b)).isNull();
    }

    @Test
    void whatIsFreeMakesRoomForItsOwnOriginFirst() {
        test.limits.maxSockets(1);
        test.maxTotal(2);
        Connection longest = test.free(B);
        test.clock.advanceMillis(1);
        Connection own = test.free(A);
        test.takeFresh(A);
        assertThat(closedFor(own)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(closedFor(longest)).isNull();
    }

    @Test
    void whoNeedNotHaveOneGetsAFreeOne() {
        Connection c = test.free(A);
        assertThat(test.pool.takeFree(A)).isSameAs(c);
        assertThat(test.busyCount()).isEqualTo(1);
        assertThat(test.counters().reused()).isEqualTo(1);
    }

    @Test
    void whoNeedNotHaveOneGetsNoneWhereNoneIsFree() {
        test.limits.maxSockets(1);
        Connection busy = test.busy(A);
        test.free(B);
        assertThat(test.pool.takeFree(A)).isNull();
        test.give(busy);
        assertThat(test.freeCount()).as("nobody waits").isEqualTo(2);
    }

    @Test
    void whoNeedNotHaveOneOpensOneInTheSlotOfOneThatIsNotQuiet() {
        Connection bad = test.free(A);
        resource(bad).quiet = false;
        Connection instead = test.pool.takeFree(A);
        assertThat(instead.mustConnect()).isTrue();
        assertThat(closedFor(bad)).isEqualTo(Reason.NOT_QUIET);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    void whoNeedNotHaveOneGetsNoneThatIsPastItsTime() {
        Connection old = test.free(A);
        test.clock.advanceMillis(4_000);
        assertThat(test.pool.takeFree(A)).isNull();
        assertThat(closedFor(old)).isEqualTo(Reason.IDLE_LIMIT);
        assertThat(test.busyCount()).isZero();
    }
}
