package io.kaagent.start;

import io.kaagent.pool.Clock;

/** The JVM's own. */
final class SystemClock implements Clock {
    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
