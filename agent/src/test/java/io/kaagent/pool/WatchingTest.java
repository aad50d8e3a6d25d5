package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told to who watches, and in which order. */
class WatchingTest {
    private final TestPool test = new TestPool();
    private final Told told = new Told("");
    private final List<Throwable> failures = new ArrayList<>();

    WatchingTest() {
        test.pool.watch(told, failures::add);
    }

    @Test
    void tellsTheLifeOfAConnection() throws Exception {
        Connection c = test.pool.take(A, false, 0);
        test.clock.advanceMillis(5);
        test.opened(c);
        test.pool.accounting().handshakes(c);
        test.clock.advanceMillis(7);
        test.pool.accounting().handshaken(c);
        test.give(c);
        test.pool.take(A, false, 0);
        test.pool.give(c, false, Hint.NONE);
        assertThat(told.all)
                .containsExactly(
                        "taken, new, after 0 ms",
                        "opened in 5 ms",
                        "handshakes",
                        "handshaken in 7 ms",
                        "given: PARKED",
                        "taken, reused, after 0 ms",
                        "ended: NOT_REUSABLE",
                        "given: DESTROYED");
    }

    @Test
    void tellsOfOneThatWaitsBeforeItHasWaited() throws Exception {
        test.limits.maxSockets(1);
        Connection c = test.busy(A);
        told.all.clear();
        test.clock.whenWaiting(() -> {
            told.all.add("(waiting)");
            test.clock.advanceMillis(30);
            test.give(c);
        });
        test.pool.take(A, false, 1000);
        assertThat(told.all).containsExactly("waits", "(waiting)", "given: HANDED_OFF", "taken, reused, after 30 ms");
    }

    @Test
    void tellsOfOneThatWasOpenBeforeThePoolHeardOfIt() {
        test.pool.adopt(A, new FakeResource(), 3 * FakeClock.MILLI);
        assertThat(told.all).containsExactly("taken, new, after 0 ms", "opened in 3 ms");
    }

    @Test
    void tellsOfTheOneWhosePlaceAnotherTook() {
        Connection c = test.busy(A);
        c.asked();
        test.clock.advanceMillis(40);
        told.all.clear();
        test.pool.reopened(c, new FakeResource());
        assertThat(told.all).containsExactly("reopened after 40 ms and 1 requests");
    }

    @Test
    void tellsEverybodyWhoWatches() {
        List<String> both = new ArrayList<>();
        test.pool.watch(new Told("first ", both), failures::add);
        test.pool.watch(new Told("second ", both), failures::add);
        test.pool.connectFailed(test.take(A));
        assertThat(both).containsExactly("first ended: CONNECT_FAILED", "second ended: CONNECT_FAILED");
        assertThat(told.all).hasSize(1);
    }

    @Test
    void oneThatFailsCostsNobodyAnything() {
        List<String> others = new ArrayList<>();
        test.pool.watch(new Told("broken ", List.of()), failures::add); // that list takes nothing
        test.pool.watch(new Told("sound ", others), failures::add);
        test.pool.connectFailed(test.take(A));
        assertThat(others).containsExactly("sound ended: CONNECT_FAILED");
        assertThat(failures).hasSize(1).allMatch(UnsupportedOperationException.class::isInstance);
    }

    private static final class Told implements Watcher {
        final List<String> all;
        private final String name;

        Told(String name) {
            this(name, new ArrayList<>());
        }

        Told(String name, List<String> all) {
            this.name = name;
            this.all = all;
        }

        @Override
        public void waits(Name name) {
            tell("waits");
        }

        @Override
        public void taken(Connection connection, boolean reused, long waitedNanos) {
            tell("taken, " + (reused ? "reused" : "new") + ", after " + millis(waitedNanos));
        }

        @Override
        public void refused(Origin origin, Exception why) {
            tell("refused: " + origin);
        }

        @Override
        public void opened(Connection connection, long connectNanos) {
            tell("opened in " + millis(connectNanos));
        }

        @Override
        public void reopened(Connection connection, long ageNanos, int requests) {
            tell("reopened after " + millis(ageNanos) + " and " + requests + " requests");
        }

        @Override
        public void handshakes(Connection connection) {
            tell("handshakes");
        }

        @Override
        public void handshaken(Connection connection, long nanos) {
            tell("handshaken in " + millis(nanos));
        }

        @Override
        public void given(Connection connection, Fate fate) {
            tell("given: " + fate);
        }

        @Override
        public void ended(Connection connection, Reason reason) {
            tell("ended: " + reason);
        }

        private void tell(String what) {
            all.add(name + what);
        }

        private static String millis(long nanos) {
            return nanos / FakeClock.MILLI + " ms";
        }
    }
}
