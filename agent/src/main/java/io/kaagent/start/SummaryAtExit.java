package io.kaagent.start;

import io.kaagent.background.AtExit;
import io.kaagent.hook.Failures;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Pool;
import io.kaagent.watch.Log;
import io.kaagent.watch.Summary;
import io.kaagent.watch.WatcherAdapter;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code ka.summary=true}: one line at the end of the JVM. Nothing is registered for it before the first connection of the pool is open. */
final class SummaryAtExit extends WatcherAdapter implements Runnable {
    private final Pool pool;
    private final AtomicBoolean registered = new AtomicBoolean();

    SummaryAtExit(Pool pool) {
        this.pool = pool;
    }

    @Override
    public void opened(Connection connection, long connectNanos) {
        if (!registered.get() && registered.compareAndSet(false, true) && !isToRun()) {
            Log.info("there will be no summary: the JVM is ending already, or does not let us wait for that");
        }
    }

    private boolean isToRun() {
        return AtExit.run("ka-agent-summary", this, AtExit.A_MOMENT_MILLIS);
    }

    @Override
    public void run() {
        try {
            Console.line(Version.CURRENT + ": " + Summary.of(pool.snapshot(), Failures.count()));
        } catch (Throwable e) {
            Failures.report("summary", e);
        }
    }
}
