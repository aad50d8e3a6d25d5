package io.kaagent.start;

import io.kaagent.config.Change;
import io.kaagent.config.OriginOptions;
import io.kaagent.hook.Failures;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.watch.jmx.Controls;

/** What an operator does to the options, and through them to the pool (rule 4). Any thread. */
final class PoolControls implements Controls {
    private final LiveOptions options;
    private final PoolLimits limits;
    private final Pool pool;

    PoolControls(LiveOptions options, PoolLimits limits, Pool pool) {
        this.options = options;
        this.limits = limits;
        this.pool = pool;
    }

    @Override
    public String version() {
        return Version.CURRENT;
    }

    @Override
    public OriginOptions options(Origin origin) {
        return origin == null ? options.now().global() : options.of(origin);
    }

    @Override
    public long idleMillis(OriginOptions of) {
        return limits.idleMillis(of);
    }

    @Override
    public int maxTotalSockets() {
        return limits.maxTotalSockets();
    }

    @Override
    public boolean isPooling(Origin origin) {
        return !Failures.tooMany()
                && !options.isStopped(origin)
                && options(origin).pool();
    }

    @Override
    public int defects() {
        return Failures.count();
    }

    @Override
    public String change(Origin origin, String option, String value) {
        Change change = origin == null
                ? Change.ofAll(option, value)
                : Change.ofOrigin(origin.host(), origin.port(), option, value);
        String effect = options.change(change);
        pool.limitsChanged();
        return effect;
    }

    @Override
    public int reset(Origin origin) {
        int undone = options.reset(origin);
        pool.limitsChanged();
        return undone;
    }

    @Override
    public void stop(Origin origin) {
        options.stop(origin);
        pool.limitsChanged();
    }

    @Override
    public void restart(Origin origin) {
        options.restart(origin);
        pool.limitsChanged();
    }

    @Override
    public int evict(Origin origin) {
        return origin == null ? pool.eviction().all() : pool.eviction().of(origin);
    }
}
