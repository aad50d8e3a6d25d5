package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule 27: while free")
class WhileFreeTest {
    private final TestPool test = new TestPool();

    @Test
    void theSweepDestroysWhatIsNotQuiet() {
        Connection bad = test.free(A);
        Connection good = test.free(B);
        TestPool.resource(bad).quiet = false;
        assertThat(test.pool.sweep()).isEqualTo(1000 * FakeClock.MILLI);
        assertThat(TestPool.closedFor(bad)).isEqualTo(Reason.NOT_QUIET);
        assertThat(TestPool.closedFor(good)).isNull();
    }

    @Test
    void theSweepLooksAtNothingThatIsInACallersHands() {
        Connection c = test.busy(A);
        TestPool.resource(c).quiet = false;
        assertThat(test.pool.sweep()).isEqualTo(-1);
        assertThat(TestPool.closedFor(c)).isNull();
    }

    @Test
    void theSweepLeavesAloneWhatWasTakenWhileItLooked() {
        Connection c = busyWith(new TakenWhileLookedAt(false));
        test.give(c);
        assertThat(test.pool.sweep()).isEqualTo(-1);
        assertThat(TestPool.closedFor(c)).isNull();
        assertThat(test.busyCount()).isEqualTo(1);
    }

    @Test
    void theSweepLeavesAloneWhatWasTakenAndGivenBackWhileItLooked() {
        Connection c = busyWith(new TakenWhileLookedAt(true));
        test.give(c);
        assertThat(test.pool.sweep()).isPositive();
        assertThat(TestPool.closedFor(c)).isNull();
        assertThat(test.freeCount()).isEqualTo(1);
    }

    private Connection busyWith(FakeResource resource) {
        Connection c = test.take(A);
        test.pool.opened(c, resource);
        return c;
    }

    /** Another thread is quicker than the sweep, which has seen something on the connection. */
    private final class TakenWhileLookedAt extends FakeResource {
        private final boolean andGivenBack;

        TakenWhileLookedAt(boolean andGivenBack) {
            this.andGivenBack = andGivenBack;
        }

        @Override
        public boolean seemsQuiet() {
            Connection c = test.take(A);
            assertThat(c.resource()).isSameAs(this);
            if (andGivenBack) {
                test.give(c);
            }
            return false;
        }
    }
}
