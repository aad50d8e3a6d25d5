package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Connections that their owners opened without asking, because nobody knew then that they belong here. */
class AdoptTest {
    private final TestPool test = new TestPool();
    private final FakeResource resource = new FakeResource();

    @Test
    void isBusyFromNowOnAndCountedAsCreated() {
        Connection c = test.pool.adopt(A, resource, 0);
        assertThat(c.mustConnect()).isFalse();
        assertThat(c.resource()).isSameAs(resource);
        assertThat(c.name()).isEqualTo(A);
        assertThat(test.busyCount()).isEqualTo(1);
        assertThat(test.counters().created()).isEqualTo(1);
    }

    @Test
    void isGivenBackAndTakenAsAnyOther() {
        Connection c = test.pool.adopt(A, resource, 0);
        assertThat(test.give(c)).isEqualTo(Fate.PARKED);
        assertThat(test.take(A)).isSameAs(c);
        assertThat(test.pool.gone(c, Reason.CLOSED_BY_OWNER)).isTrue();
        assertThat(test.busyCount() + test.freeCount()).isZero();
    }

    @Test
    void mayExceedALimitAndNeverWaits() {
        test.limits(A, Limits.builder().maxSockets(1));
        Connection first = test.busy(A);
        Connection adopted = test.pool.adopt(A, resource, 0);
        assertThat(test.busyCount()).isEqualTo(2);
        assertThat(test.give(adopted)).as("one too many").isEqualTo(Fate.DESTROYED);
        assertThat(resource.closedFor).isEqualTo(Reason.MAX_SOCKETS);
        assertThat(test.give(first)).isEqualTo(Fate.PARKED);
    }

    @Test
    void countsAgainstTheLimitsOfThoseWhoAsk() {
        test.limits(A, Limits.builder().maxSockets(1));
        Connection adopted = test.pool.adopt(A, resource, 0);
        Waiter waiter = test.waits(A);
        assertThat(waiter.isAnswered()).isFalse();
        assertThat(test.give(adopted)).isEqualTo(Fate.HANDED_OFF);
        assertThat(waiter.granted()).isSameAs(adopted);
    }

    @Test
    void whereItExceedsTheTotalItsEndServesNobodyYet() {
        test.maxTotal(1);
        Connection first = test.busy(A);
        Connection adopted = test.pool.adopt(A, resource, 0);
        Waiter waiter = test.waits(B);
        test.pool.gone(adopted, Reason.CLOSED_BY_OWNER);
        assertThat(waiter.isAnswered()).isFalse();
        test.pool.gone(first, Reason.CLOSED_BY_OWNER);
        assertThat(waiter.isAnswered()).isTrue();
    }

    @Test
    void aClosedPoolAdoptsNothing() {
        test.pool.close();
        assertThat(test.pool.adopt(A, resource, 0)).isNull();
        assertThat(test.busyCount()).isZero();
        assertThat(resource.closedFor).as("its owner's to close").isNull();
    }

    @Test
    void isClosedWhenThePoolIsShutDown() {
        test.pool.adopt(A, resource, 0);
        test.pool.shutdownNow();
        assertThat(resource.closedFor).isEqualTo(Reason.SHUTDOWN);
    }

    @Test
    void tellsHowLongItTookToOpenIt() {
        test.pool.adopt(A, resource, 7 * FakeClock.MILLI);
        assertThat(test.counters().connecting().sum()).isEqualTo(7 * FakeClock.MILLI);
    }

    @Test
    void anotherNameIsNeitherAnEndNorABeginning() {
        Name other = TestPool.name("a", "other");
        Connection adopted = test.pool.adopt(A, resource, 0);
        adopted.asked();
        Connection renamed = test.pool.rename(adopted, other);
        renamed.asked();
        assertThat(test.busyCount()).isEqualTo(1);
        assertThat(test.give(adopted)).as("it is another's now").isEqualTo(Fate.IGNORED);
        assertThat(test.give(renamed)).isEqualTo(Fate.PARKED);
        assertThat(test.take(other)).isSameAs(renamed);
        assertThat(test.counters().created()).isEqualTo(1);
        assertThat(test.counters().destroyed()).isZero();
        assertThat(test.counters().requests()).isEqualTo(2);
        test.pool.gone(renamed, Reason.CLOSED_BY_OWNER);
        assertThat(test.busyCount()).isZero();
        assertThat(test.counters().destroyed()).isEqualTo(1);
        assertThat(test.counters().requestsPerConnection().sum()).isEqualTo(2);
    }

    @Test
    void whatHasEndedHasNoOtherName() {
        Connection adopted = test.pool.adopt(A, resource, 0);
        test.pool.gone(adopted, Reason.CLOSED_BY_OWNER);
        assertThat(test.pool.rename(adopted, TestPool.name("a", "other"))).isNull();
        assertThat(test.busyCount()).isZero();
    }
}
