package io.kaagent.pool;

/** Whom the pool tells; nobody at first. Any thread. */
final class Watched implements Watcher {
    private volatile Watcher watcher;

    /** Null for nobody. */
    void by(Watcher one) {
        watcher = one;
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        Watcher told = watcher;
        if (told != null) {
            told.taken(connection, reused, waitedNanos);
        }
    }

    @Override
    public void opened(Connection connection, long connectNanos) {
        Watcher told = watcher;
        if (told != null) {
            told.opened(connection, connectNanos);
        }
    }

    @Override
    public void refused(Origin origin, Exception why) {
        Watcher told = watcher;
        if (told != null) {
            told.refused(origin, why);
        }
    }

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {
        Watcher told = watcher;
        if (told != null) {
            told.reopened(connection, ageNanos, requests);
        }
    }

    @Override
    public void handshaken(Connection connection, long nanos) {
        Watcher told = watcher;
        if (told != null) {
            told.handshaken(connection, nanos);
        }
    }

    @Override
    public void given(Connection connection, Fate fate) {
        Watcher told = watcher;
        if (told != null) {
            told.given(connection, fate);
        }
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        Watcher told = watcher;
        if (told != null) {
            told.ended(connection, reason);
        }
    }
}
