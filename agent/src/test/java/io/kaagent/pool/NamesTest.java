package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static io.kaagent.pool.TestPool.closedFor;
import static io.kaagent.pool.TestPool.name;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules 5 and 6: names and origins")
class NamesTest {
    private static final Name STRICT = name("a", "strict verifier");
    private static final Name PERMISSIVE = name("a", "permissive verifier");

    private final TestPool test = new TestPool();

    @Test
    void reusesAConnectionOfAnEqualName() {
        Connection c = test.free(STRICT);
        assertThat(test.take(name("a", new String("strict verifier")))).isSameAs(c);
    }

    @Test
    void neverSharesAConnectionWhoseIdentityDiffers() {
        test.free(PERMISSIVE);
        assertThat(test.take(STRICT).mustConnect()).isTrue();
        assertThat(test.take(A).mustConnect()).isTrue();
        assertThat(test.freeCount()).isEqualTo(1);
    }

    @Test
    void neverSharesAConnectionOfAnotherSchemeHostOrPort() {
        test.free(A);
        assertThat(test.take(new Name(new Origin("https", "a", 80), null)).mustConnect())
                .isTrue();
        assertThat(test.take(new Name(new Origin("http", "a", 81), null)).mustConnect())
                .isTrue();
        assertThat(test.take(B).mustConnect()).isTrue();
    }

    @Test
    void namesWithTheSameHashAreStillDifferent() {
        Object one = "Aa";
        Object other = "BB";
        assertThat(one).hasSameHashCodeAs(other);
        assertThat(name("a", one)).isNotEqualTo(name("a", other)).hasSameHashCodeAs(name("a", other));
        assertThat(name("a", one)).isNotEqualTo(A).isNotEqualTo("a");
        assertThat(A).isNotEqualTo(name("a", one)).isEqualTo(name("a")).hasToString("http://a:80");
        assertThat(new Origin("http", "a", 111))
                .hasSameHashCodeAs(new Origin("http", "b", 80))
                .isNotEqualTo(new Origin("http", "a", 80))
                .isNotEqualTo(new Origin("http", "b", 111))
                .isNotEqualTo("http://a:111");
    }

    @Test
    void countsMaxSocketsByOriginNotByName() {
        test.limits.maxSockets(2);
        test.busy(STRICT);
        test.busy(PERMISSIVE);
        assertThat(test.waits(A).isAnswered()).isFalse();
    }

    @Test
    void aFullOriginDestroysItsLongestIdleConnectionOfAnotherName() {
        test.limits.maxSockets(3);
        Connection first = test.free(STRICT);
        test.clock.advanceMillis(10);
        Connection second = test.free(PERMISSIVE);
        test.busy(A);
        assertThat(test.take(A).mustConnect()).isTrue();
        assertThat(closedFor(first)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(closedFor(second)).isNull();
        assertThat(test.pool.snapshot().origins().get(0).names()).isEqualTo(2);
    }

    @Test
    void aCallerWhoInsistsOnANewConnectionReplacesAFreeOneOfItsOwnNameIfNeedBe() {
        test.limits.maxSockets(1);
        Connection c = test.free(A);
        assertThat(test.takeFresh(A)).isNotSameAs(c);
        assertThat(closedFor(c)).isEqualTo(Reason.MAKE_ROOM);
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    void keepsNoNameThatNobodyUses() {
        test.limits.maxSockets(1);
        Connection c = test.busy(STRICT);
        Waiter waiter = test.waits(PERMISSIVE);
        assertThat(test.pool.snapshot().origins().get(0).names()).isEqualTo(2);
        test.pool.queue.giveUp(waiter);
        assertThat(test.pool.snapshot().origins().get(0).names()).isEqualTo(1);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(test.pool.snapshot().origins().get(0).names()).isZero();
    }

    @Test
    void keepsANameThatSomebodyStillWaitsFor() {
        test.limits.maxSockets(1);
        test.busy(STRICT);
        Waiter first = test.waits(PERMISSIVE);
        Waiter second = test.waits(PERMISSIVE);
        test.pool.queue.giveUp(first);
        assertThat(test.pool.snapshot().origins().get(0).names()).isEqualTo(2);
        assertThat(test.waits(PERMISSIVE).state).isSameAs(second.state);
    }

    @Test
    void aNameThatWasForgottenAndCameBackIsOneName() {
        test.limits.maxSockets(2);
        Connection old = test.busy(A);
        test.pool.gone(old, Reason.CLOSED_BY_OWNER);
        Connection c = test.busy(A);
        assertThat(test.pool.gone(old, Reason.CLOSED_BY_OWNER)).isFalse();
        assertThat(test.give(old)).isEqualTo(Fate.IGNORED);
        test.give(c);
        assertThat(test.take(A)).isSameAs(c);
        assertThat(c.state).isSameAs(test.busy(A).state).isNotSameAs(old.state);
    }

    @Test
    void aNameWhoseOnlyConnectionIsReplacedIsStillOneName() {
        test.limits.maxSockets(1);
        Connection expired = test.free(A);
        test.clock.advanceMillis(5000);
        Connection c = test.take(A);
        assertThat(c.state).isSameAs(expired.state);
        Connection fresh = test.opened(c);
        test.give(fresh);
        assertThat(test.takeFresh(A).state).isSameAs(c.state);
    }

    @Test
    void forgetsOriginsOfLongAgoButNotTheirPartOfTheTotal() {
        Connection kept = test.busy(name("kept"));
        for (int i = 0; i < 3 * Directory.MOST_ORIGINS; i++) {
            test.pool.gone(test.busy(name("host" + i)), Reason.CLOSED_BY_OWNER);
        }
        assertThat(test.pool.snapshot().origins()).hasSizeLessThanOrEqualTo(Directory.MOST_ORIGINS + 1);
        assertThat(test.counters().created()).isEqualTo(3L * Directory.MOST_ORIGINS + 1);
        assertThat(test.pool.snapshot().origins())
                .filteredOn(o -> o.busy() == 1)
                .extracting(OriginSnapshot::origin)
                .containsExactly(TestPool.origin("kept"));
        test.give(kept);
        assertThat(test.take(name("kept"))).isSameAs(kept);
    }
}
