package io.kaagent.pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Stands until it is moved. Starts shortly before {@code nanoTime} overflows: every test has to get over that. */
final class FakeClock implements Clock {
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1000 * MILLI;

    private final Deque<Runnable> events = new ArrayDeque<>();
    private volatile long now = Long.MAX_VALUE - 3 * SECOND;

    @Override
    public long nanos() {
        if (!events.isEmpty() && isAskedByWaitingCaller()) {
            events.poll().run();
        }
        return now;
    }

    /** The next times a caller who waits looks at the clock, one of these happens first each time. */
    void whenWaiting(Runnable... happens) {
        events.addAll(List.of(happens));
    }

    private static boolean isAskedByWaitingCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.skip(2).findFirst().orElseThrow())
                .getMethodName()
                .equals("park");
    }

    void advanceMillis(long millis) {
        now += millis * MILLI;
    }
}
