package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.closedFor;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules 14 to 19: giving back, in their order")
class GivingBackTest {
    private final TestPool test = new TestPool();

    @Test
    @DisplayName("14: unusable, even if callers wait")
    void destroysWhatIsNotReusableAndLetsTheFirstWaiterOpenAnother() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(A);
        assertThat(test.pool.give(c, false, Hint.NONE)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.NOT_REUSABLE);
        assertThat(waiter.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("15 before 16")
    void handsOffToTheFirstWaiterEvenIfKeepAliveIsOff() {
        test.limits.maxSockets(1).keepAlive(false);
        Connection c = test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        assertThat(test.give(c)).isEqualTo(Fate.HANDED_OFF);
        assertThat(first.granted()).isSameAs(c);
        assertThat(second.isAnswered()).isFalse();
        assertThat(test.counters().created()).isEqualTo(1);
        assertThat(test.counters().handedOff()).isEqualTo(1);
    }

    @Test
    @DisplayName("15: whatever maxFreeSockets says")
    void handsOffWhateverMaxFreeSocketsSays() {
        test.limits.maxSockets(1).maxFreeSockets(0);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(A);
        assertThat(test.give(c)).isEqualTo(Fate.HANDED_OFF);
        assertThat(waiter.granted()).isSameAs(c);
    }

    @Test
    @DisplayName("15 before 18")
    void handsOffEvenIfTheServersHintLeavesNoTimeToIdle() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        test.waits(A);
        assertThat(test.pool.give(c, true, Hint.of(1, -1))).isEqualTo(Fate.HANDED_OFF);
    }

    @Test
    @DisplayName("15 before 17")
    void handsOffAboveALoweredLimitToo() {
        test.limits.maxSockets(2);
        Connection c = test.busy(A);
        test.busy(A);
        test.waits(A);
        test.limits(A, Limits.builder().maxSockets(1));
        assertThat(test.give(c)).isEqualTo(Fate.HANDED_OFF);
        assertThat(test.busyCount()).isEqualTo(2);
    }

    @Test
    @DisplayName("15: the checks of rule 8 first")
    void handsOffNothingThatIsTooOld() {
        test.limits.maxSockets(1).maxAgeMillis(1000);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(A);
        test.clock.advanceMillis(1000);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.AGE_LIMIT);
        assertThat(waiter.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("15: to a caller who insists on a new one goes the slot")
    void givesTheSlotToAWaiterWhoInsistsOnANewConnection() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter fresh = test.waitsFresh(A);
        test.waits(A);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(fresh.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("16: keepAlive off")
    void destroysWhenKeepAliveIsOffAndNobodyWaits() {
        test.limits.keepAlive(false);
        Connection c = test.busy(A);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.KEEP_ALIVE_OFF);
        assertThat(test.busyCount() + test.freeCount()).isZero();
    }

    @Test
    @DisplayName("17: maxFreeSockets, by name")
    void destroysThisOneWhenMaxFreeSocketsOfItsNameAreFree() {
        test.limits.maxFreeSockets(1);
        Connection parked = test.busy(A);
        Connection c = test.busy(A);
        Connection ofOtherName = test.busy(name("a", "other"));
        test.give(parked);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.MAX_FREE_SOCKETS);
        assertThat(closedFor(parked)).isNull();
        assertThat(test.give(ofOtherName)).isEqualTo(Fate.PARKED);
    }

    @Test
    @DisplayName("17: maxFreeSockets, over all names of an origin")
    void destroysTheLongestIdleWhenThatManyAreFreeUnderOtherNames() {
        test.limits.maxFreeSockets(2);
        Connection oldest = test.busy(name("a", "first factory"));
        Connection newer = test.busy(name("a", "second factory"));
        Connection newest = test.busy(name("a", "third factory"));
        test.give(oldest);
        test.clock.advanceMillis(1);
        test.give(newer);
        test.clock.advanceMillis(1);
        assertThat(test.give(newest)).isEqualTo(Fate.PARKED);
        assertThat(closedFor(oldest)).isEqualTo(Reason.MAX_FREE_SOCKETS);
        assertThat(closedFor(newer)).isNull();
        assertThat(test.freeCount()).isEqualTo(2);
    }

    @Test
    @DisplayName("17: maxFreeSockets 0")
    void parksNothingWhenMaxFreeSocketsIsZero() {
        test.limits.maxFreeSockets(0);
        assertThat(test.give(test.busy(A))).isEqualTo(Fate.DESTROYED);
    }

    @Test
    @DisplayName("17: at maxSockets exactly it is parked")
    void parksAllOfAFullOrigin() {
        test.limits.maxSockets(2);
        Connection one = test.busy(A);
        Connection other = test.busy(A);
        assertThat(test.give(one)).isEqualTo(Fate.PARKED);
        assertThat(test.give(other)).isEqualTo(Fate.PARKED);
    }

    @Test
    @DisplayName("17: above a lowered maxSockets; the one given back still counts")
    void destroysWhatIsAboveALoweredMaxSockets() {
        Connection[] c = {test.busy(A), test.busy(A), test.busy(A)};
        test.limits(A, Limits.builder().maxSockets(2));
        assertThat(test.give(c[0])).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c[0])).isEqualTo(Reason.MAX_SOCKETS);
        assertThat(test.give(c[1])).isEqualTo(Fate.PARKED);
        assertThat(test.give(c[2])).isEqualTo(Fate.PARKED);
    }

    @Test
    @DisplayName("17: above a lowered maxTotalSockets")
    void destroysWhatIsAboveALoweredMaxTotalSockets() {
        Connection[] c = {test.busy(A), test.busy(B), test.busy(B)};
        test.maxTotal(2);
        assertThat(test.give(c[0])).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c[0])).isEqualTo(Reason.MAX_TOTAL_SOCKETS);
        assertThat(test.give(c[1])).isEqualTo(Fate.PARKED);
        assertThat(test.give(c[2])).isEqualTo(Fate.PARKED);
    }

    @Test
    @DisplayName("18: no time left")
    void destroysWhenTheServersHintLeavesNoTime() {
        Connection c = test.busy(A);
        assertThat(test.pool.give(c, true, Hint.of(1, -1))).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.SERVER_HINT);
    }

    @Test
    @DisplayName("19: not while a caller of another name waits for the origin")
    void givesItsSlotToACallerOfAnotherNameOfAFullOrigin() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(name("a", "other"));
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(closedFor(c)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(waiter.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("19: nor while a caller of another origin waits for the total")
    void givesItsSlotToACallerWhoWaitsForTheTotal() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter waiter = test.waits(B);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(waiter.granted().mustConnect()).isTrue();
    }

    @Test
    @DisplayName("19: but whom the slot would not help is no reason")
    void parksWhenThoseWhoWaitCouldNotHaveItsSlotAnyway() {
        test.limits(B, Limits.builder().maxSockets(1));
        test.maxTotal(3);
        Connection c = test.busy(A);
        test.busy(B);
        Waiter waiter = test.waits(B);
        assertThat(test.give(c)).isEqualTo(Fate.PARKED);
        assertThat(waiter.isAnswered()).isFalse();
    }

    @Test
    void ignoresWhatIsNotTheGiversToGive() {
        Connection connecting = test.take(A);
        assertThat(test.give(connecting)).isEqualTo(Fate.IGNORED);
        Connection c = test.opened(connecting);
        test.give(c);
        assertThat(test.give(c)).isEqualTo(Fate.IGNORED);
        assertThat(test.freeCount()).isEqualTo(1);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(test.give(c)).isEqualTo(Fate.IGNORED);
        assertThat(test.busyCount() + test.freeCount()).isZero();
    }
}
