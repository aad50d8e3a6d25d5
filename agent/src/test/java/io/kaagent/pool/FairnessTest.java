package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.C;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("No origin starves")
class FairnessTest {
    private static final int MOST = 8;

    private final TestPool test = new TestPool();

    @Test
    void aCallerWhoWaitsForTheTotalIsOvertakenEightTimesByABusierOriginThenServed() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter starving = test.waits(B);
        for (int i = 0; i < MOST; i++) {
            c = handOffToAYoungerCaller(c);
        }
        Waiter ninth = test.waits(A);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(TestPool.closedFor(c)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(starving.granted().mustConnect()).isTrue();
        assertThat(ninth.isAnswered()).isFalse();
    }

    @Test
    void soIsACallerOfAnotherNameOfAFullOrigin() {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        Waiter starving = test.waits(name("a", "other"));
        for (int i = 0; i < MOST; i++) {
            c = handOffToAYoungerCaller(c);
        }
        test.waits(A);
        test.give(c);
        assertThat(starving.granted()).isNotNull();
    }

    @Test
    void soIsHeWhenSlotsComeBackInsteadOfConnections() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter starving = test.waits(B);
        for (int i = 0; i < MOST; i++) {
            Waiter younger = test.waits(A);
            test.pool.gone(c, Reason.CLOSED_BY_OWNER);
            assertThat(younger.granted()).isNotNull();
            c = younger.granted();
        }
        test.waits(A);
        test.pool.connectFailed(c);
        assertThat(starving.granted()).isNotNull();
    }

    @Test
    void everyoneWhoIsOvertakenIsCountedNotOnlyTheOldest() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter[] starving = {test.waits(B), test.waits(C), test.waits(B), test.waits(name("d"))};
        for (int i = 0; i < MOST; i++) {
            c = handOffToAYoungerCaller(c);
        }
        Waiter younger = test.waits(A);
        test.give(c);
        for (int i = 0; i < starving.length; i++) {
            assertThat(starving[i].granted()).as("starving caller %d", i).isNotNull();
            assertThat(younger.isAnswered()).isFalse();
            test.give(test.opened(starving[i].granted()));
        }
        assertThat(younger.granted()).isNotNull();
    }

    @Test
    void theSecondOfAnOriginIsOvertakenNoMoreOftenThanTheFirst() {
        test.maxTotal(2);
        Connection c = test.busy(A);
        Connection other = test.busy(A);
        Waiter first = test.waits(B);
        Waiter second = test.waits(B);
        for (int i = 0; i < MOST; i++) {
            c = handOffToAYoungerCaller(c);
        }
        test.waits(A);
        test.give(c);
        assertThat(first.granted()).isNotNull();
        test.give(other);
        assertThat(second.granted()).isNotNull();
    }

    @Test
    void whoWaitsForASlotThatWouldNotHelpHimIsNotOvertaken() {
        test.limits(B, Limits.builder().maxSockets(1));
        test.maxTotal(2);
        Connection c = test.busy(A);
        Connection b = test.busy(B);
        Waiter full = test.waits(B);
        for (int i = 0; i < 3 * MOST; i++) {
            c = handOffToAYoungerCaller(c);
        }
        assertThat(full.isAnswered()).isFalse();
        test.give(b);
        assertThat(full.granted()).isSameAs(b);
    }

    @Test
    void anOlderCallerIsServedWithoutEndFirst() {
        test.maxTotal(1);
        Connection c = test.busy(A);
        Waiter[] older = new Waiter[3 * MOST];
        for (int i = 0; i < older.length; i++) {
            older[i] = test.waits(A);
        }
        Waiter younger = test.waits(B);
        for (Waiter waiter : older) {
            assertThat(test.give(c)).isEqualTo(Fate.HANDED_OFF);
            assertThat(waiter.granted()).isSameAs(c);
        }
        test.give(c);
        assertThat(younger.granted()).isNotNull();
    }

    @Test
    @DisplayName("above a lowered total, too: what is handed on for ever would never come down to it")
    void noOriginKeepsALoweredTotalForItselfForEver() {
        Connection c = test.busy(A);
        Connection other = test.busy(A);
        test.maxTotal(1);
        Waiter starving = test.waits(B);
        for (int i = 0; i < MOST; i++) {
            c = handOffToAYoungerCaller(c);
        }
        Waiter young = test.waits(A);
        Waiter younger = test.waits(A);
        assertThat(test.give(c)).isEqualTo(Fate.DESTROYED);
        assertThat(test.busyCount()).isEqualTo(1);
        assertThat(starving.isAnswered()).isFalse();
        assertThat(test.give(other)).isEqualTo(Fate.DESTROYED);
        assertThat(starving.granted()).isNotNull();
        assertThat(young.isAnswered() || younger.isAnswered()).isFalse();
    }

    private Connection handOffToAYoungerCaller(Connection c) {
        Waiter younger = test.waits(A);
        assertThat(test.give(c)).isEqualTo(Fate.HANDED_OFF);
        assertThat(younger.granted()).isSameAs(c);
        return c;
    }
}
