package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule 30: counting")
class CountingTest {
    private final TestPool test = new TestPool();

    @Test
    void countsForEachOriginAndInAll() {
        test.give(test.busy(A));
        test.give(test.take(A));
        test.pool.give(test.busy(B), false, Hint.NONE);
        List<OriginSnapshot> origins = test.pool.snapshot().origins();
        assertThat(origins).extracting(o -> o.counters().created()).containsExactlyInAnyOrder(1L, 1L);
        assertThat(origins).extracting(o -> o.counters().served()).containsExactlyInAnyOrder(2L, 1L);
        assertThat(test.counters().created()).isEqualTo(2);
        assertThat(test.counters().served()).isEqualTo(3);
        assertThat(test.counters().reused()).isEqualTo(1);
        assertThat(test.counters().destroyed(Reason.NOT_REUSABLE)).isEqualTo(1);
    }

    @Test
    void countsTimesOfConnectingWaitingAndLiving() {
        test.limits.maxSockets(1);
        Connection c = test.take(A);
        test.clock.advanceMillis(20);
        test.opened(c);
        test.waits(A);
        test.clock.advanceMillis(300);
        test.give(c);
        test.clock.advanceMillis(1000);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(test.counters().connecting().sum()).isEqualTo(20 * FakeClock.MILLI);
        assertThat(test.counters().waiting().count()).isEqualTo(1);
        assertThat(test.counters().waiting().sum()).isEqualTo(300 * FakeClock.MILLI);
        assertThat(test.counters().ages().sum()).isEqualTo(1300 * FakeClock.MILLI);
    }

    @Test
    void countsRequestsWhenTheyAreSent() {
        Connection c = test.busy(A);
        c.asked();
        c.asked();
        test.give(test.busy(B));
        assertThat(test.counters().requests()).isEqualTo(2);
        assertThat(test.pool.snapshot().origins())
                .extracting(o -> o.counters().requests())
                .containsExactlyInAnyOrder(2L, 0L);
        test.give(c);
        test.take(A).asked();
        assertThat(test.counters().requests()).isEqualTo(3);
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(test.counters().requests()).isEqualTo(3);
        assertThat(test.counters().requestsPerConnection().sum()).isEqualTo(3);
    }

    @Test
    void countsThoseOfAConnectionThatTookTheOthersPlaceForItself() {
        Connection c = test.busy(A);
        c.asked();
        test.pool.reopened(c, new FakeResource());
        c.asked();
        c.asked();
        test.pool.gone(c, Reason.CLOSED_BY_OWNER);
        assertThat(test.counters().requests()).isEqualTo(3);
        assertThat(test.counters().requestsPerConnection().count()).isEqualTo(2);
        assertThat(test.counters().requestsPerConnection().max()).isEqualTo(2);
        assertThat(test.counters().ages().count()).isEqualTo(2);
    }

    @Test
    void countsHandshakesAndWhatWasSentAgain() {
        Connection c = test.busy(A);
        test.pool.accounting().handshakes(c);
        test.clock.advanceMillis(5);
        test.pool.accounting().handshaken(c);
        test.pool.accounting().handshaken(c);
        test.pool.accounting().resent(c);
        assertThat(test.counters().handshakes().count()).isEqualTo(1);
        assertThat(test.counters().handshakes().sum()).isEqualTo(5 * FakeClock.MILLI);
        assertThat(test.counters().resent()).isEqualTo(1);
    }

    @Test
    void aHandshakeCountsOnceForEachConnection() {
        Connection c = test.busy(A);
        test.pool.accounting().handshaken(c, 5);
        test.pool.accounting().handshaken(c, 5);
        test.pool.accounting().handshakes(c);
        test.pool.accounting().handshaken(c);
        assertThat(test.counters().handshakes().count()).isEqualTo(1);
        test.pool.reopened(c, new FakeResource());
        test.pool.accounting().handshakes(c);
        test.pool.accounting().handshaken(c);
        assertThat(test.counters().handshakes().count()).isEqualTo(2);
    }

    @Test
    void countsThoseOverTlsApartAndOriginsOnce() {
        Name secure = new Name(new Origin("https", "a", 443), null);
        test.busy(A).asked();
        Connection c = test.busy(secure);
        test.busy(secure).asked();
        c.asked();
        test.give(c);
        assertThat(test.counters().requests()).isEqualTo(3);
        assertThat(test.counters().created()).isEqualTo(3);
        assertThat(test.pool.snapshot().secureCounters().requests()).isEqualTo(2);
        assertThat(test.pool.snapshot().secureCounters().created()).isEqualTo(2);
        assertThat(test.pool.snapshot().originsUsed()).isEqualTo(2);
    }

    @Test
    void aSnapshotIsOneMomentAndStaysAsItWas() {
        Connection c = test.busy(A);
        test.free(B);
        Snapshot before = test.pool.snapshot();
        test.give(c);
        test.free(A);
        assertThat(before.busy()).isEqualTo(1);
        assertThat(before.free()).isEqualTo(1);
        assertThat(before.counters().created()).isEqualTo(2);
        assertThat(before.maxTotalSockets()).isEqualTo(Limits.INFINITY);
        assertThat(before.origins()).extracting(OriginSnapshot::busy).containsExactlyInAnyOrder(1, 0);
        assertThat(before.origins()).extracting(OriginSnapshot::free).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void whatIsBeingClosedCountsAsOpenUntilItIs() {
        Connection c = test.take(A);
        test.pool.opened(c, new FakeResource() {
            @Override
            public void close(Reason reason) {
                Snapshot meanwhile = test.pool.snapshot();
                assertThat(meanwhile.busy()).isEqualTo(1);
                assertThat(meanwhile.origins().get(0).busy()).isEqualTo(1);
                assertThat(meanwhile.counters().destroyed()).isZero();
                super.close(reason);
            }
        });
        test.pool.give(c, false, Hint.NONE);
        assertThat(TestPool.closedFor(c)).isEqualTo(Reason.NOT_REUSABLE);
        assertThat(test.busyCount()).isZero();
        assertThat(test.counters().destroyed()).isEqualTo(1);
    }
}
