package io.kaagent.pool;

/**
 * How many values fell into each of some fixed ranges, their sum, and the greatest (rule 30). Counting allocates nothing. Under the pool's
 * lock; a copy is what leaves it.
 */
public final class Histogram {
    /** Nanoseconds, from 100 microseconds to 100 seconds. */
    private static final long[] SHORT_TIMES = series(100000L, 100000000000L);

    /** Nanoseconds, from a second to a day and more. */
    private static final long[] LONG_TIMES = series(1000000000L, 100000000000000L);

    private static final long[] NUMBERS = series(1, 10000);

    private final long[] bounds;
    private final long[] counts;
    private long sum;
    private long max;

    private Histogram(long[] bounds) {
        this.bounds = bounds;
        this.counts = new long[bounds.length + 1];
    }

    static Histogram ofShortTimes() {
        return new Histogram(SHORT_TIMES);
    }

    static Histogram ofLongTimes() {
        return new Histogram(LONG_TIMES);
    }

    static Histogram ofNumbers() {
        return new Histogram(NUMBERS);
    }

    /** How many ranges there are; the last one has no upper bound. */
    public int ranges() {
        return counts.length;
    }

    /** The greatest value that belongs to a range; {@code Long.MAX_VALUE} for the last. */
    public long upperBound(int range) {
        return range < bounds.length ? bounds[range] : Long.MAX_VALUE;
    }

    public long count(int range) {
        return counts[range];
    }

    public long count() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all;
    }

    public long sum() {
        return sum;
    }

    /** 0 if there is none. */
    public long max() {
        return max;
    }

    /** 0 if there is none. */
    public double mean() {
        long count = count();
        return count == 0 ? 0 : (double) sum / count;
    }

    /**
     * A value that this share of all does not exceed: the upper bound of a range, or the greatest value if that is less.
     *
     * @param share above 0, up to 1
     * @return 0 if there is none
     */
    public long quantile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long seen = 0;
        for (int range = 0; range < counts.length; range++) {
            seen += counts[range];
            if (seen >= wanted && seen > 0) {
                return Math.min(upperBound(range), max);
            }
        }
        return 0;
    }

    /** @param value below zero counts as zero */
    void add(long value) {
        long counted = Math.max(0, value);
        int range = 0;
        while (range < bounds.length && counted > bounds[range]) {
            range++;
        }
        counts[range]++;
        sum += counted;
        max = Math.max(max, counted);
    }

    Histogram copy() {
        Histogram copy = new Histogram(bounds);
        System.arraycopy(counts, 0, copy.counts, 0, counts.length);
        copy.sum = sum;
        copy.max = max;
        return copy;
    }

    /** 1, 2, 5, 10, and so on, times the first. */
    private static long[] series(long first, long last) {
        int length = 0;
        for (long bound = first; bound <= last; bound = next(bound, length), length++) {
            continue;
        }
        long[] bounds = new long[length];
        long bound = first;
        for (int i = 0; i < length; i++) {
            bounds[i] = bound;
            bound = next(bound, i);
        }
        return bounds;
    }

    private static long next(long bound, int index) {
        return index % 3 == 1 ? bound / 2 * 5 : bound * 2;
    }
}
