package io.kaagent.pool;

import java.util.Arrays;

/** Whom the pool tells, in the order they came; nobody at first. Any thread. */
final class Watched implements Watcher {
    private volatile Watcher[] watchers = new Watcher[0];

    synchronized void by(Watcher one) {
        Watcher[] more = Arrays.copyOf(watchers, watchers.length + 1);
        more[watchers.length] = one;
        watchers = more;
    }

    @Override
    public void waits(Name name) {
        for (Watcher told : watchers) {
            told.waits(name);
        }
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        for (Watcher told : watchers) {
            told.taken(connection, reused, waitedNanos);
        }
    }

    @Override
    public void opened(Connection connection, long connectNanos) {
        for (Watcher told : watchers) {
            told.opened(connection, connectNanos);
        }
    }

    @Override
    public void refused(Origin origin, Exception why) {
        for (Watcher told : watchers) {
            told.refused(origin, why);
        }
    }

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {
        for (Watcher told : watchers) {
            told.reopened(connection, ageNanos, requests);
        }
    }

    @Override
    public void handshakes(Connection connection) {
        for (Watcher told : watchers) {
            told.handshakes(connection);
        }
    }

    @Override
    public void handshaken(Connection connection, long nanos) {
        for (Watcher told : watchers) {
            told.handshaken(connection, nanos);
        }
    }

    @Override
    public void given(Connection connection, Fate fate) {
        for (Watcher told : watchers) {
            told.given(connection, fate);
        }
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        for (Watcher told : watchers) {
            told.ended(connection, reason);
        }
    }
}
