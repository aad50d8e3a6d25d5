package io.kaagent.pool;

import java.util.Arrays;

/** Whom the pool tells, in the order they came; nobody at first. One that fails costs neither the others nor the application anything. Any thread. */
final class Watched implements Watcher {
    private volatile Told[] all = {};

    synchronized void by(Watcher watcher, Defects defects) {
        Told[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = new Told(watcher, defects);
        all = more;
    }

    @Override
    public void waits(Name name) {
        for (Told each : all) {
            try {
                each.watcher.waits(name);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        for (Told each : all) {
            try {
                each.watcher.taken(connection, reused, waitedNanos);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void opened(Connection connection, long connectNanos) {
        for (Told each : all) {
            try {
                each.watcher.opened(connection, connectNanos);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void refused(Origin origin, Exception why) {
        for (Told each : all) {
            try {
                each.watcher.refused(origin, why);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {
        for (Told each : all) {
            try {
                each.watcher.reopened(connection, ageNanos, requests);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void handshakes(Connection connection) {
        for (Told each : all) {
            try {
                each.watcher.handshakes(connection);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void handshaken(Connection connection, long nanos) {
        for (Told each : all) {
            try {
                each.watcher.handshaken(connection, nanos);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void given(Connection connection, Fate fate) {
        for (Told each : all) {
            try {
                each.watcher.given(connection, fate);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        for (Told each : all) {
            try {
                each.watcher.ended(connection, reason);
            } catch (Throwable e) {
                each.defects.failed(e);
            }
        }
    }

    private static final class Told {
        final Watcher watcher;
        final Defects defects;

        Told(Watcher watcher, Defects defects) {
            this.watcher = watcher;
            this.defects = defects;
        }
    }
}
