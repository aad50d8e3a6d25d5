package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.closedFor;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules 1, 2 and 4: limits")
class LimitsTest {
    private final TestPool test = new TestPool();

    @Test
    @DisplayName("1: defaults")
    void startsWithTheDefaults() {
        Limits limits = Limits.builder().build();
        assertThat(limits.keepAlive).isTrue();
        assertThat(limits.maxSockets).isEqualTo(Limits.INFINITY);
        assertThat(limits.maxFreeSockets).isEqualTo(256);
        assertThat(limits.maxPending).isEqualTo(Limits.INFINITY);
        assertThat(limits.scheduling).isEqualTo(Scheduling.LIFO);
        assertThat(limits.idleNanos).isEqualTo(4000 * FakeClock.MILLI);
        assertThat(limits.maxAgeNanos).isEqualTo(300_000 * FakeClock.MILLI);
    }

    @Test
    @DisplayName("2: ranges")
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> Limits.builder().maxSockets(0).build())
                .hasMessage("maxSockets must be at least 1, not 0");
        assertThatThrownBy(() -> Limits.builder().maxFreeSockets(-1).build())
                .hasMessage("maxFreeSockets must be at least 0, not -1");
        assertThatThrownBy(() -> Limits.builder().maxPending(-1).build())
                .hasMessage("maxPending must be at least 0, not -1");
        assertThatThrownBy(() -> Limits.builder().idleMillis(-1).build())
                .hasMessage("idleMillis must be at least 0, not -1");
        assertThatThrownBy(() -> Limits.builder().maxAgeMillis(-1).build())
                .hasMessage("maxAgeMillis must be at least 0, not -1");
    }

    @Test
    @DisplayName("4: raising maxSockets")
    void raisingMaxSocketsLetsThroughAsManyAsMayGoInTheirOrder() {
        test.limits.maxSockets(1);
        test.busy(A);
        Waiter[] waiters = {test.waits(A), test.waits(name("a", "other")), test.waits(A), test.waits(A)};
        test.limits(A, Limits.builder().maxSockets(3));
        assertThat(waiters[0].granted()).isNotNull();
        assertThat(waiters[1].granted()).isNotNull();
        assertThat(waiters[2].isAnswered()).isFalse();
        assertThat(test.busyCount()).isEqualTo(3);
    }

    @Test
    @DisplayName("4: raising maxTotalSockets")
    void raisingMaxTotalSocketsLetsThroughWhoHasWaitedLongest() {
        test.maxTotal(1);
        test.busy(A);
        Waiter first = test.waits(B);
        Waiter second = test.waits(A);
        test.maxTotal(2);
        assertThat(first.granted()).isNotNull();
        assertThat(second.isAnswered()).isFalse();
    }

    @Test
    @DisplayName("4 and 10: raising maxSockets when the total is full, but not of busy ones")
    void raisingMaxSocketsTakesTheSlotOfAnIdleConnectionElsewhere() {
        test.limits(A, Limits.builder().maxSockets(1));
        test.maxTotal(3);
        test.busy(A);
        Connection[] idle = {test.free(B), test.free(name("c"))};
        Waiter[] waiters = {test.waits(A), test.waits(A), test.waits(A)};
        test.limits(A, Limits.builder());
        assertThat(waiters[0].granted()).isNotNull();
        assertThat(waiters[1].granted()).isNotNull();
        assertThat(waiters[2].isAnswered()).isFalse();
        assertThat(closedFor(idle[0])).isEqualTo(Reason.MAKE_ROOM);
        assertThat(closedFor(idle[1])).isEqualTo(Reason.MAKE_ROOM);
        assertThat(test.busyCount()).isEqualTo(3);
    }

    @Test
    @DisplayName("4: lowering")
    void loweringALimitDestroysTheLongestIdleBeyondItAndNoBusyOne() {
        Connection busy = test.busy(A);
        Connection[] idle = {test.busy(A), test.busy(A), test.busy(A)};
        for (Connection c : idle) {
            test.clock.advanceMillis(1);
            test.give(c);
        }
        test.limits(A, Limits.builder().maxSockets(2));
        assertThat(closedFor(idle[0])).isEqualTo(Reason.MAX_SOCKETS);
        assertThat(closedFor(idle[1])).isEqualTo(Reason.MAX_SOCKETS);
        assertThat(closedFor(idle[2])).isNull();
        test.limits(A, Limits.builder().maxFreeSockets(0));
        assertThat(closedFor(idle[2])).isEqualTo(Reason.MAX_FREE_SOCKETS);
        assertThat(closedFor(busy)).isNull();
    }

    @Test
    @DisplayName("4: lowering maxFreeSockets")
    void loweringMaxFreeSocketsDestroysTheLongestIdleOfWhateverName() {
        Connection first = test.free(name("a", "one"));
        test.clock.advanceMillis(1);
        Connection second = test.free(name("a", "other"));
        Connection elsewhere = test.free(B);
        test.limits(A, Limits.builder().maxFreeSockets(1));
        assertThat(closedFor(first)).isEqualTo(Reason.MAX_FREE_SOCKETS);
        assertThat(closedFor(second)).isNull();
        assertThat(closedFor(elsewhere)).isNull();
    }

    @Test
    @DisplayName("4: lowering the total")
    void loweringTheTotalDestroysTheLongestIdleOfAnyOrigin() {
        Connection a = test.free(A);
        test.clock.advanceMillis(1);
        Connection b = test.free(B);
        test.maxTotal(1);
        assertThat(closedFor(a)).isEqualTo(Reason.MAX_TOTAL_SOCKETS);
        assertThat(closedFor(b)).isNull();
    }

    @Test
    @DisplayName("4: keepAlive off")
    void turningKeepAliveOffDestroysWhatIsFree() {
        Connection a = test.free(A);
        Connection b = test.free(B);
        test.limits(A, Limits.builder().keepAlive(false));
        assertThat(closedFor(a)).isEqualTo(Reason.KEEP_ALIVE_OFF);
        assertThat(closedFor(b)).isNull();
    }

    @Test
    @DisplayName("9: what is open above a lowered limit never grows")
    void opensNothingAboveALoweredLimit() {
        Connection[] c = {test.busy(A), test.busy(A), test.busy(A)};
        test.limits(A, Limits.builder().maxSockets(2));
        Waiter waiter = test.waits(A);
        test.pool.gone(c[0], Reason.CLOSED_BY_OWNER);
        assertThat(waiter.isAnswered()).isFalse();
        test.pool.gone(c[1], Reason.CLOSED_BY_OWNER);
        assertThat(waiter.granted()).isNotNull();
    }
}
