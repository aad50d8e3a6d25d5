package io.kaagent.start;

import io.kaagent.config.LogLevel;
import io.kaagent.config.Options;
import io.kaagent.hook.Failures;
import io.kaagent.pool.Clock;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Watcher;
import io.kaagent.watch.ConnectionLog;
import io.kaagent.watch.EarlyCloses;
import io.kaagent.watch.LongWaits;

/** Who is told of what happens on the pool: nobody whom the options do not ask for. */
final class Watching implements Watcher.Defects {
    private final LongWaits longWaits;

    Watching(Options options, Pool pool, Clock clock) {
        longWaits = new LongWaits(pool.demand());
        if (says(options, LogLevel.WARN)) {
            pool.watch(longWaits, this);
            pool.watch(new EarlyCloses(clock), this);
        }
        if (says(options, LogLevel.DEBUG)) {
            pool.watch(new ConnectionLog(), this);
        }
        if (options.summary()) {
            pool.watch(new SummaryAtExit(pool), this);
        }
    }

    /** Now and then, while connections are in use. */
    void look() {
        longWaits.look();
    }

    @Override
    public void failed(Throwable e) {
        Failures.report("watching", e);
    }

    private static boolean says(Options options, LogLevel level) {
        return options.log().compareTo(level) >= 0;
    }
}
