package io.kaagent.benchmark.endtoend;

/** How long requests took, to 3 %: 32 classes for each power of two of microseconds. */
final class Latencies {
    private static final int FINE = 5;

    private final long[] counts = new long[32 << FINE];

    void add(long nanos) {
        counts[index(nanos / 1000)]++;
    }

    void add(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    long count() {
        long count = 0;
        for (long some : counts) {
            count += some;
        }
        return count;
    }

    /** In milliseconds; NaN: of too few to tell, which is less than ten above it. */
    double percentile(double percent) {
        long all = count();
        double above = all * (100 - percent) / 100;
        if (all == 0 || percent > 50 && above < 10) {
            return Double.NaN;
        }
        long seen = 0;
        int i = -1;
        while (seen < all - above) {
            seen += counts[++i];
        }
        return micros(i) / 1e3;
    }

    /** Pairs of class and count. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                text.append(text.length() == 0 ? "" : ",").append(i).append(':').append(counts[i]);
            }
        }
        return text.toString();
    }

    static Latencies parse(String text) {
        Latencies parsed = new Latencies();
        for (String pair : text.split(",")) {
            int colon = pair.indexOf(':');
            if (colon > 0) {
                parsed.counts[Integer.parseInt(pair.substring(0, colon))] = Long.parseLong(pair.substring(colon + 1));
            }
        }
        return parsed;
    }

    private static int index(long micros) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(micros | 1) - FINE);
        return (int) Math.min((32 << FINE) - 1, ((long) shift << FINE) + (micros >> shift));
    }

    /** The middle of a class. */
    private static double micros(int index) {
        int shift = Math.max(0, (index >> FINE) - 1);
        long low = (long) (index - (shift << FINE)) << shift;
        return low + ((1L << shift) - 1) / 2.0;
    }
}
