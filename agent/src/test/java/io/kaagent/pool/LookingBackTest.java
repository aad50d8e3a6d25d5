package io.kaagent.pool;

import static io.kaagent.pool.TestPool.A;
import static io.kaagent.pool.TestPool.B;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pool remembers of itself. */
class LookingBackTest {
    private final TestPool test = new TestPool();

    @Test
    void remembersNothingBeforeItsFirstConnection() {
        test.pool.accounting().look();
        assertThat(test.pool.snapshot().history()).isNull();
    }

    @Test
    void missesNothingThatComesAndGoesBetweenTwoLooks() {
        test.limits.maxSockets(3);
        test.pool.accounting().look();
        Connection one = test.busy(A);
        Connection two = test.busy(A);
        Connection three = test.busy(A);
        Waiter waiter = test.waits(A);
        one.asked();
        test.give(one);
        two.asked();
        test.give(two);
        test.give(three);
        test.pool.gone(waiter.granted(), Reason.CLOSED_BY_OWNER);
        Point point = last();
        assertThat(point.mostBusy()).isEqualTo(3);
        assertThat(point.mostOpen()).isEqualTo(3);
        assertThat(point.mostWaiting()).isEqualTo(1);
        assertThat(point.requests()).isEqualTo(2);
        assertThat(point.created()).isEqualTo(3);
        assertThat(point.destroyed()).isEqualTo(1);
        test.clock.advanceMillis(1000);
        assertThat(last().mostBusy()).isZero();
        assertThat(last().mostOpen()).isEqualTo(2);
        assertThat(last().mostWaiting()).isZero();
    }

    @Test
    void whoIsRefusedOrGivesUpWaitsNoMore() {
        test.limits.maxSockets(1);
        test.busy(A);
        Waiter first = test.waits(A);
        Waiter second = test.waits(A);
        assertThat(test.pool.queue.giveUp(first)).isTrue();
        test.pool.queue.abandon(second);
        test.pool.queue.abandon(second);
        assertThat(last().mostWaiting()).isEqualTo(2);
        test.clock.advanceMillis(1000);
        assertThat(last().mostWaiting()).isZero();
    }

    @Test
    void requestsUnderWayOnSeveralOriginsCount() {
        test.busy(A).asked();
        test.busy(B).asked();
        assertThat(last().requests()).isEqualTo(2);
    }

    private Point last() {
        List<Point> points = test.pool.snapshot().history().points();
        return points.get(points.size() - 1);
    }
}
