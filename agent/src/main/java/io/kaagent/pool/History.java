package io.kaagent.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pool looked like over time, in at most {@value #MOST} points of equal length. Where they are used up, each two become one of
 * twice the length: it reaches back to the first connection however long the JVM runs, the coarser the longer. Under the pool's lock; a copy is what
 * leaves it.
 */
public final class History {
    static final int MOST = 240;

    /** What happened between two looks that are further apart counts where it was seen. Half as long, as looks are a second apart, or nearly. */
    static final long LOOK_NANOS = 500000000L;

    private static final long FIRST_LENGTH_NANOS = 1000000000L;

    private final long begin;
    private final Point[] points;
    private long length = FIRST_LENGTH_NANOS;
    private int count;
    private long seen;

    History(long now) {
        this(now, new Point[MOST]);
    }

    private History(long begin, Point[] points) {
        this.begin = begin;
        this.points = points;
        this.seen = begin - LOOK_NANOS;
    }

    /** Whether it is worth while to look. */
    boolean isDue(long now) {
        return now - seen >= LOOK_NANOS;
    }

    /** @param seenNow what was seen since the last one was added */
    void add(Point seenNow, long now) {
        seen = now;
        while ((now - begin) / length >= points.length) {
            halve();
        }
        int at = Math.max((int) ((now - begin) / length), count - 1);
        for (; count > 0 && count < at; count++) {
            points[count] = points[count - 1].carriedOn(); // nobody looked, because nothing was open
        }
        points[at] = at < count ? points[at].and(seenNow) : seenNow;
        count = at + 1;
    }

    History copy() {
        History copy = new History(begin, points.clone());
        copy.length = length;
        copy.count = count;
        copy.seen = seen;
        return copy;
    }

    /** The oldest first. All are {@link #lengthNanos} long but the last, which ends when the history was asked for. */
    public List<Point> points() {
        List<Point> all = new ArrayList<Point>(count);
        for (int i = 0; i < count; i++) {
            all.add(points[i]);
        }
        return all;
    }

    public long lengthNanos() {
        return length;
    }

    /** From its beginning to the last look. */
    public long spanNanos() {
        return seen - begin;
    }

    private void halve() {
        for (int i = 0; i < count; i++) {
            boolean isFirst = i % 2 == 0;
            points[i / 2] = isFirst ? points[i] : points[i / 2].and(points[i]);
        }
        count = (count + 1) / 2;
        length *= 2;
    }
}
