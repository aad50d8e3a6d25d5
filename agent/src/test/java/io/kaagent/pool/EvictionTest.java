package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvictionTest {
    private final TestPool test = new TestPool();
    private final Pool pool = test.pool;

    @Test
    void closesWhatIsFreeOfOneOriginAndLeavesWhatIsInUse() {
        Connection free = test.busy(A);
        Connection busy = test.busy(A);
        Connection other = test.free(B);
        test.give(free);
        assertThat(pool.eviction().of(A.origin())).isEqualTo(1);
        assertThat(((FakeResource) free.resource()).closedFor).isEqualTo(Reason.EVICTED);
        assertThat(busy.isBusy()).isTrue();
        assertThat(other.isFree()).isTrue();
        assertThat(pool.accounting().snapshot(A.origin()).counters().destroyed(Reason.EVICTED))
                .isEqualTo(1);
        assertThat(test.give(busy)).isEqualTo(Fate.PARKED);
    }

    @Test
    void closesWhatIsFreeOfAllNamesAndOrigins() {
        test.free(A);
        test.free(TestPool.name("a", "another"));
        test.free(B);
        assertThat(pool.eviction().all()).isEqualTo(3);
        assertThat(pool.snapshot().free()).isZero();
        assertThat(pool.snapshot().busy()).isZero();
        assertThat(pool.eviction().all()).isZero();
    }

    @Test
    void givesTheSlotToWhoWaitsForIt() {
        test.limits.maxSockets(1);
        test.maxTotal(1);
        Connection busy = test.busy(A);
        Waiter waiter = test.waits(B);
        assertThat(pool.eviction().all()).isZero();
        assertThat(waiter.isAnswered()).isFalse();
        test.give(busy);
        assertThat(waiter.isAnswered()).isTrue();
    }

    @Test
    void knowsNothingOfAnOriginThatNobodyAskedFor() {
        assertThat(pool.eviction().of(B.origin())).isZero();
        assertThat(pool.accounting().snapshot(B.origin())).isNull();
    }

    @Test
    void tellsWhichOriginsThereAreAndWhenThereAreOthers() {
        long before = pool.accounting().changesOfOrigins();
        test.free(A);
        long after = pool.accounting().changesOfOrigins();
        assertThat(after).isGreaterThan(before);
        test.take(A);
        assertThat(pool.accounting().changesOfOrigins()).isEqualTo(after);
        assertThat(pool.accounting().origins()).containsExactly(A.origin());
        assertThat(pool.accounting().total().origins()).isEmpty();
        assertThat(pool.accounting().total().counters().created()).isEqualTo(1);
    }
}
