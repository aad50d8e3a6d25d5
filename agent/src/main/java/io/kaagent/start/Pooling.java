package io.kaagent.start;

import io.kaagent.config.Options;
import io.kaagent.hook.FirstUse;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Snapshot;
import io.kaagent.watch.StateJson;
import io.kaagent.weave.SeamReport;
import java.security.AccessController;
import java.security.PrivilegedAction;

/** The pool, and all that belongs to it: {@linkplain Wiring put together} at its first use, and not before. */
final class Pooling implements Runnable, StateJson.Pooled {
    private final Options options;
    private final boolean forceKeepAlive;
    private final SeamReport report;
    private final long startingThread;
    private volatile Pool pool;

    /** @param startingThread see {@link io.kaagent.watch.jmx.Jmx} */
    Pooling(Options options, boolean forceKeepAlive, SeamReport report, long startingThread) {
        this.options = options;
        this.forceKeepAlive = forceKeepAlive;
        this.report = report;
        this.startingThread = startingThread;
    }

    @Override
    public Snapshot snapshot() {
        FirstUse.comes();
        return pool == null ? null : pool.snapshot();
    }

    /** Under a security manager our rights count, not those of the application whose connection is the first. */
    @Override
    public void run() {
        pool = AccessController.doPrivileged(new PrivilegedAction<Pool>() {
            @Override
            public Pool run() {
                return Wiring.connect(options, forceKeepAlive, report, startingThread);
            }
        });
    }
}
