package io.kaagent.watch;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Watcher;
import java.util.List;

/** Tells several watchers, in their order; one that fails costs neither the others nor the application anything. Any thread. */
public final class Watchers implements Watcher {
    private final Watcher[] all;
    private final Defects defects;

    public Watchers(List<Watcher> all, Defects defects) {
        this.all = all.toArray(new Watcher[0]);
        this.defects = defects;
    }

    @Override
    public void waits(Name name) {
        for (Watcher one : all) {
            try {
                one.waits(name);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void taken(Connection connection, boolean reused, long waitedNanos) {
        for (Watcher one : all) {
            try {
                one.taken(connection, reused, waitedNanos);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void refused(Origin origin, Exception why) {
        for (Watcher one : all) {
            try {
                one.refused(origin, why);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void opened(Connection connection, long connectNanos) {
        for (Watcher one : all) {
            try {
                one.opened(connection, connectNanos);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void reopened(Connection connection, long ageNanos, int requests) {
        for (Watcher one : all) {
            try {
                one.reopened(connection, ageNanos, requests);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void handshakes(Connection connection) {
        for (Watcher one : all) {
            try {
                one.handshakes(connection);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void handshaken(Connection connection, long nanos) {
        for (Watcher one : all) {
            try {
                one.handshaken(connection, nanos);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void given(Connection connection, Fate fate) {
        for (Watcher one : all) {
            try {
                one.given(connection, fate);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    @Override
    public void ended(Connection connection, Reason reason) {
        for (Watcher one : all) {
            try {
                one.ended(connection, reason);
            } catch (Throwable e) {
                defects.failed(e);
            }
        }
    }

    /** Who hears of a watcher that has failed. Never throws. */
    public interface Defects {
        void failed(Throwable e);
    }
}
