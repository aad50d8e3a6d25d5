package io.kaagent.pool;

/** Stands until it is moved. Starts shortly before {@code nanoTime} overflows: every test has to get over that. */
final class FakeClock implements Clock {
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1000 * MILLI;

    private volatile long now = Long.MAX_VALUE - 3 * SECOND;

    @Override
    public long nanos() {
        return now;
    }

    void advanceMillis(long millis) {
        now += millis * MILLI;
    }
}
