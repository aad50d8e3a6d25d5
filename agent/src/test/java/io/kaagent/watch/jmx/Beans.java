package io.kaagent.watch.jmx;

import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Connection;
import io.kaagent.pool.FakeResource;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import java.util.Properties;

/** A pool and an operator's means, for the tests of its beans. */
final class Beans implements LimitsSource, Controls {
    static final Origin A = new Origin("http", "a", 80);

    final Pool pool = new Pool(this, System::nanoTime);
    boolean stopped;

    private final Options options = Options.load("maxSockets=9,scheduling=fifo", new Properties());

    /** A request that leaves a free connection. */
    void request(Origin origin) throws Exception {
        Connection c = pool.take(new Name(origin, null), false, 0);
        if (c.mustConnect()) {
            pool.opened(c, new FakeResource());
        }
        c.asked();
        pool.give(c, true, Hint.NONE);
    }

    /** A request whose server closes. */
    void lastRequest(Origin origin) throws Exception {
        Connection c = pool.take(new Name(origin, null), true, 0);
        pool.opened(c, new FakeResource());
        c.asked();
        pool.give(c, false, Hint.NONE);
    }

    @Override
    public Limits of(Origin origin) {
        return Limits.builder().build();
    }

    @Override
    public int maxTotalSockets() {
        return Limits.INFINITY;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public OriginOptions options(Origin origin) {
        return options.global();
    }

    @Override
    public long idleMillis(OriginOptions of) {
        return of.timeoutMillis();
    }

    @Override
    public boolean isPooling(Origin origin) {
        return !stopped;
    }

    @Override
    public int defects() {
        return 0;
    }

    @Override
    public String change(Origin origin, String option, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no value");
        }
        return option + "=" + value + " for " + origin;
    }

    @Override
    public int reset(Origin origin) {
        return 2;
    }

    @Override
    public void stop(Origin origin) {
        stopped = true;
    }

    @Override
    public void restart(Origin origin) {
        stopped = false;
    }

    @Override
    public int evict(Origin origin) {
        return origin == null ? pool.eviction().all() : pool.eviction().of(origin);
    }
}
