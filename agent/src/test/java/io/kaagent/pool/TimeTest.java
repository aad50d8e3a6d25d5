package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.closedFor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules 22 to 25: time")
class TimeTest {
    private final TestPool test = new TestPool();

    @Test
    @DisplayName("22: a hint shortens")
    void theServersHintShortensTheIdleLimit() {
        Connection c = test.busy(A);
        test.pool.give(c, true, Hint.parse("timeout=3"));
        test.clock.advanceMillis(2000);
        assertThat(test.take(A).mustConnect()).isTrue();
        assertThat(closedFor(c)).isEqualTo(Reason.IDLE_LIMIT);
    }

    @Test
    @DisplayName("22: a hint lengthens")
    void theServersHintLengthensTheIdleLimit() {
        Connection c = test.busy(A);
        test.pool.give(c, true, Hint.parse("timeout=60"));
        test.clock.advanceMillis(58_999);
        assertThat(test.take(A)).isSameAs(c);
    }

    @Test
    @DisplayName("22: cap")
    void theServersHintCountsForTenMinutesAtMost() {
        Connection c = test.busy(A);
        test.pool.give(c, true, Hint.parse("timeout=86400"));
        test.clock.advanceMillis(600_000);
        assertThat(test.take(A)).isNotSameAs(c);
    }

    @Test
    @DisplayName("22: a hint holds for one stay")
    void aHintThatIsNotRepeatedIsForgotten() {
        Connection c = test.busy(A);
        test.pool.give(c, true, Hint.parse("timeout=60"));
        test.give(test.take(A));
        test.clock.advanceMillis(4000);
        assertThat(test.take(A)).isNotSameAs(c);
    }

    @Test
    @DisplayName("22: max")
    void endsAfterAsManyRequestsAsTheServerWillTake() {
        Connection c = test.busy(A);
        test.pool.give(c, true, Hint.parse("max=2"));
        assertThat(test.take(A)).isSameAs(c);
        assertThat(test.give(c)).isEqualTo(Fate.PARKED);
        assertThat(test.take(A)).isSameAs(c);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.SERVER_HINT);
    }

    @Test
    @DisplayName("22: max=0, even if callers wait")
    void handsOffNothingThatTakesNoFurtherRequest() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(A);
        assertThat(test.pool.give(c, true, Hint.parse("timeout=5, max=0"))).isEqualTo(Fate.DESTROYED);
        assertThat(waiter.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("22: the server counts anew")
    void theLastMaxOfTheServerCounts() {
        Connection c = test.busy(A);
        test.pool.give(c, true, Hint.parse("max=1"));
        test.take(A);
        assertThat(test.pool.give(c, true, Hint.parse("max=100"))).isEqualTo(Fate.PARKED);
    }

    @Test
    @DisplayName("23: the sweep")
    void theSweepDestroysWhatIsPastItsIdleLimitAndSaysWhenToComeAgain() {
        Connection first = test.free(A);
        test.clock.advanceMillis(3500);
        Connection second = test.free(B);
        assertThat(test.pool.sweep()).isEqualTo(500 * FakeClock.MILLI);
        test.clock.advanceMillis(500);
        assertThat(test.pool.sweep()).isEqualTo(1000 * FakeClock.MILLI); // to look: rule 27
        assertThat(closedFor(first)).isEqualTo(Reason.IDLE_LIMIT);
        assertThat(closedFor(second)).isNull();
        test.clock.advanceMillis(3500);
        assertThat(test.pool.sweep()).isEqualTo(-1);
        assertThat(closedFor(second)).isEqualTo(Reason.IDLE_LIMIT);
    }

    @Test
    @DisplayName("23: idle limit 0 is none")
    void keepsAFreeConnectionForEverWhenTheIdleLimitIsOff() {
        test.limits.idleMillis(0);
        Connection c = test.free(A);
        test.clock.advanceMillis(Integer.MAX_VALUE);
        assertThat(test.pool.sweep()).isEqualTo(1000 * FakeClock.MILLI);
        assertThat(test.take(A)).isSameAs(c);
    }

    @Test
    @DisplayName("23: no overflow")
    void takesTheLongestTimesThereAre() {
        test.limits.idleMillis(Long.MAX_VALUE).maxAgeMillis(Long.MAX_VALUE);
        assertThat(test.take(A)).isNotSameAs(test.free(A));
        test.limits(
                B, Limits.builder().idleMillis(Long.MAX_VALUE / 2_000_000).maxAgeMillis(Long.MAX_VALUE / 2_000_000));
        Connection c = test.free(B);
        test.clock.advanceMillis(Integer.MAX_VALUE);
        assertThat(test.take(B)).isSameAs(c);
    }

    @Test
    @DisplayName("24: age, when it is taken")
    void neverTakesOneThatIsTooOld() {
        test.limits.maxAgeMillis(1000).idleMillis(60_000);
        Connection c = test.free(A);
        test.clock.advanceMillis(1000);
        assertThat(test.take(A)).isNotSameAs(c);
        assertThat(closedFor(c)).isEqualTo(Reason.AGE_LIMIT);
    }

    @Test
    @DisplayName("24: age, when it is given back")
    void neverParksOneThatIsTooOld() {
        test.limits.maxAgeMillis(1000);
        Connection c = test.busy(A);
        test.clock.advanceMillis(1000);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.AGE_LIMIT);
    }

    @Test
    @DisplayName("24: age while free")
    void theSweepDestroysWhatGrowsTooOldWhileItIsFree() {
        test.limits.maxAgeMillis(2000).idleMillis(60_000);
        Connection c = test.free(A);
        test.clock.advanceMillis(1700);
        assertThat(test.pool.sweep()).isBetween(100 * FakeClock.MILLI, 300 * FakeClock.MILLI);
        test.clock.advanceMillis(300);
        assertThat(test.pool.sweep()).isEqualTo(-1);
        assertThat(closedFor(c)).isEqualTo(Reason.AGE_LIMIT);
    }

    @Test
    @DisplayName("24: jitter of up to 10 %")
    void connectionsOpenedTogetherDoNotAllEndTogether() {
        test.limits.maxAgeMillis(100_000).idleMillis(0);
        for (int i = 0; i < 100; i++) {
            test.busy(A);
        }
        Connection[] all = new Connection[100];
        for (int i = 0; i < 100; i++) {
            all[i] = test.busy(B);
        }
        for (Connection c : all) {
            test.give(c);
        }
        test.clock.advanceMillis(89_999);
        test.pool.sweep();
        assertThat(test.freeCount()).isEqualTo(100);
        int before = 100;
        for (int second = 90; second <= 100; second++) {
            test.clock.advanceMillis(second == 90 ? 1 : 1000);
            test.pool.sweep();
            assertThat(before - test.freeCount()).isLessThan(30);
            before = test.freeCount();
        }
        assertThat(before).isZero();
    }

    @Test
    @DisplayName("25: never in flight")
    void nothingThePoolTimesEndsARequestInFlight() {
        test.limits.maxAgeMillis(1000).idleMillis(1000);
        Connection c = test.busy(A);
        test.free(A);
        test.clock.advanceMillis(3_600_000);
        assertThat(test.pool.sweep()).isEqualTo(-1);
        assertThat(closedFor(c)).isNull();
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("23: the clock that jumps")
    void aClockThatJumpedAheadOnlyEndsWhatIsFree() {
        Connection free = test.free(A);
        Connection busy = test.busy(B);
        test.clock.advanceMillis(Integer.MAX_VALUE);
        test.pool.sweep();
        assertThat(closedFor(free)).isEqualTo(Reason.IDLE_LIMIT);
        assertThat(test.give(busy)).isEqualTo(Fate.PARKED);
    }
}
