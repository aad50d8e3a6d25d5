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
import io.kaagent.watch.Watchers;
import java.util.ArrayList;
import java.util.List;

/** Who is told of what happens on the pool: nobody whom the options do not ask for. */
final class Watching implements Watchers.Defects {
    private final List<Watcher> all = new ArrayList<Watcher>();
    private final LongWaits longWaits;

    Watching(Options options, Pool pool, Clock clock) {
        longWaits = new LongWaits(pool.demand());
        if (says(options, LogLevel.WARN)) {
            all.add(longWaits);
            all.add(new EarlyCloses(clock));
        }
        if (says(options, LogLevel.DEBUG)) {
            all.add(new ConnectionLog());
        }
        if (options.summary()) {
            all.add(new SummaryAtExit(pool));
        }
        if (!all.isEmpty()) {
            pool.watch(new Watchers(all, this));
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
