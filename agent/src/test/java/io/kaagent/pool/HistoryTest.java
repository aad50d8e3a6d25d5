package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final long SECOND = 1_000_000_000L;

    /** Of a clock that has little left before it overflows. */
    private static final long BEGIN = Long.MAX_VALUE - 3000 * SECOND;

    private final Ledger ledger = new Ledger(new Directory(new TestPool()));
    private final History history = new History(BEGIN);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheMostOfEachStretchAndTheCountersOfItsEnd(long seed) {
        Random random = new Random(seed);
        List<Seen> model = new ArrayList<>();
        long now = 0;
        int looks = random.nextInt(2000);
        for (int i = 0; i <= looks; i++) {
            change(random);
            Point point = new Point(ledger, i);
            model.add(new Seen(now, point));
            history.add(point, BEGIN + now);
            long pause = random.nextInt(50) == 0 ? random.nextInt(600) * SECOND : SECOND;
            now += pause + random.nextInt(300_000_000);
        }
        long length = history.lengthNanos();
        List<Point> points = history.points();
        long last = model.get(model.size() - 1).at;
        assertThat(points).hasSize((int) (last / length) + 1).hasSizeLessThanOrEqualTo(History.MOST);
        assertThat(length == SECOND || points.size() > History.MOST / 2).isTrue();
        assertThat(history.spanNanos()).isEqualTo(last);
        for (int i = 0; i < points.size(); i++) {
            mustBe(points.get(i), model, i * length, (i + 1) * length);
        }
    }

    @Test
    void nothingIsShownToHaveBeenOpenWhereNobodyLooked() {
        ledger.open = 3;
        history.add(new Point(ledger, 0), BEGIN);
        ledger.open = 0;
        history.add(new Point(ledger, 5), BEGIN + SECOND);
        ledger.open = 2;
        ledger.mostOpen = 2;
        history.add(new Point(ledger, 9), BEGIN + 4 * SECOND);
        assertThat(history.points()).extracting(Point::mostOpen).containsExactly(3, 3, 0, 0, 2);
        assertThat(history.points()).extracting(Point::requests).containsExactly(0L, 5L, 5L, 5L, 9L);
    }

    @Test
    void aCopyStaysAsItWas() {
        history.add(new Point(ledger, 1), BEGIN);
        History copy = history.copy();
        history.add(new Point(ledger, 2), BEGIN + SECOND);
        assertThat(copy.points()).hasSize(1);
        assertThat(copy.spanNanos()).isZero();
        assertThat(history.points()).hasSize(2);
    }

    @Test
    void looksAreWorthWhileHalfASecondApart() {
        assertThat(history.isDue(BEGIN)).isTrue();
        history.add(new Point(ledger, 1), BEGIN);
        assertThat(history.isDue(BEGIN + History.LOOK_NANOS - 1)).isFalse();
        assertThat(history.isDue(BEGIN + History.LOOK_NANOS)).isTrue();
    }

    private void change(Random random) {
        ledger.open = random.nextInt(10);
        ledger.free = random.nextInt(ledger.open + 1);
        ledger.queued = random.nextInt(5);
        ledger.mostOpen = Math.max(ledger.mostOpen, ledger.open + random.nextInt(3));
        ledger.mostBusy = Math.max(ledger.mostBusy, ledger.open - ledger.free);
        ledger.mostWaiting = Math.max(ledger.mostWaiting, ledger.queued + random.nextInt(9));
        for (int i = random.nextInt(3); i > 0; i--) {
            ledger.directory.total.countCreated(1);
        }
    }

    private static void mustBe(Point point, List<Seen> model, long from, long to) {
        Point before = null;
        Point expected = null;
        for (Seen seen : model) {
            if (seen.at < from) {
                before = seen.point;
            } else if (seen.at < to) {
                expected = expected == null ? seen.point : expected.and(seen.point);
            }
        }
        expected = expected == null ? before.carriedOn() : expected;
        assertThat(point)
                .as("from %d s", from / SECOND)
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    private record Seen(long at, Point point) {}
}
