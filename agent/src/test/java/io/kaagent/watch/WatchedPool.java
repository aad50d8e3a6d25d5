package io.kaagent.watch;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Resource;
import io.kaagent.pool.Watcher;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool on a clock that stands still, whose origins no other test has, since warnings are rare for each. */
final class WatchedPool implements LimitsSource {
    static final long MILLI = 1_000_000;
    private static final AtomicInteger ORIGINS = new AtomicInteger();

    final Limits.Builder limits = Limits.builder();
    final Origin origin = new Origin("http", "h" + ORIGINS.incrementAndGet(), 80);
    final Name name = new Name(origin, null);
    int maxTotal = Limits.INFINITY;

    private volatile long now = Long.MAX_VALUE - 1000 * MILLI;

    final Pool pool = new Pool(this, this::nanos);

    WatchedPool watchedBy(Watcher watcher) {
        pool.watch(watcher, e -> {
            throw new AssertionError(e);
        });
        return this;
    }

    long nanos() {
        return now;
    }

    void passMillis(long millis) {
        now += millis * MILLI;
    }

    Connection take() {
        return take(0);
    }

    Connection take(long timeoutMillis) {
        try {
            Connection c = pool.take(name, false, timeoutMillis);
            if (c.mustConnect()) {
                passMillis(3);
                pool.opened(c, new Quiet());
            }
            return c;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    void give(Connection c) {
        pool.give(c, true, Hint.NONE);
    }

    @Override
    public Limits of(Origin any) {
        return limits.build();
    }

    @Override
    public int maxTotalSockets() {
        return maxTotal;
    }

    /** As long as it is said to be. */
    static final class Quiet implements Resource {
        volatile boolean quiet = true;

        @Override
        public boolean isQuiet() {
            return quiet;
        }

        @Override
        public boolean seemsQuiet() {
            return quiet;
        }

        @Override
        public void close(Reason reason) {
            quiet = false;
        }
    }
}
