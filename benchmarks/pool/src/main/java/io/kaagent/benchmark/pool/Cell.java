package io.kaagent.benchmark.pool;

/**
 * What a pool has to cope with.
 *
 * @param free connections of each origin to begin with
 * @param limit connections allowed to each origin; 0 for no limit
 */
record Cell(int threads, int origins, int free, int limit) {
    static final int NO_LIMIT = 0;
    static final int MANY = 1000;

    /** As many connections as there are threads, or {@link #MANY} in all, and as many more as it takes. */
    static Cell unlimited(int threads, int origins, boolean many) {
        int free = (many ? MANY : threads) / origins;
        return new Cell(threads, origins, Math.max(1, free), NO_LIMIT);
    }

    /** Whether each origin can have a connection, and no more than half the threads. */
    static boolean canBeScarce(int threads, int origins) {
        return threads / 2 >= origins;
    }

    /** Two threads for each allowed connection. */
    static Cell scarce(int threads, int origins) {
        int limit = threads / 2 / origins;
        return new Cell(threads, origins, limit, limit);
    }

    boolean isLimited() {
        return limit != NO_LIMIT;
    }

    /** For a pool that wants to be told how many connections there may be: more than can be asked for at once. */
    int most() {
        return isLimited() ? limit : free + threads;
    }
}
