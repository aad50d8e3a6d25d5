package io.kaagent.watch;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Watcher;

/** Does nothing, for watchers that want to be told of some things only. */
public abstract class WatcherAdapter implements Watcher {
    @Override
    public void waits(Name name) {}

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {}

    @Override
    public void refused(Origin origin, Exception why) {}

    @Override
    public void opened(Connection connection, long connectNanos) {}

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {}

    @Override
    public void handshakes(Connection connection) {}

    @Override
    public void handshaken(Connection connection, long nanos) {}

    @Override
    public void given(Connection connection, Fate fate) {}

    @Override
    public void ended(Connection connection, Reason reason) {}
}
