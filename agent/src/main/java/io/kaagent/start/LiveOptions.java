package io.kaagent.start;

import io.kaagent.config.Change;
import io.kaagent.config.Options;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Origin;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The options of the start with what an operator has changed since, and what he has stopped. Any thread; reading them costs no more than
 * before as long as nothing was changed.
 */
final class LiveOptions {
    private final Options given;
    private final ReentrantLock changing = new ReentrantLock();
    private final List<Change> changes = new ArrayList<Change>();
    private final ConcurrentHashMap<Origin, Boolean> stopped = new ConcurrentHashMap<Origin, Boolean>();
    private volatile Options now;
    private volatile boolean allStopped;

    LiveOptions(Options given) {
        this.given = given;
        this.now = given;
    }

    Options now() {
        return now;
    }

    OriginOptions of(Origin origin) {
        OriginOptions options = now.forOrigin(origin.scheme(), origin.host(), origin.port());
        return isStopped(origin) ? options.leftAlone() : options;
    }

    /** Returns what holds in place of what. */
    String change(Change change) {
        changing.lock();
        try {
            String effect = change.effectOn(now);
            for (Iterator<Change> all = changes.iterator(); all.hasNext(); ) {
                if (all.next().replaces(change)) {
                    all.remove();
                }
            }
            changes.add(change);
            apply();
            return effect;
        } finally {
            changing.unlock();
        }
    }

    /** What was given at the start holds again, for one origin or, for null, for all and each. Returns how many changes are undone. */
    int reset(Origin origin) {
        changing.lock();
        try {
            int before = changes.size();
            if (origin == null) {
                changes.clear();
            }
            for (Iterator<Change> all = changes.iterator(); all.hasNext(); ) {
                if (all.next().isOf(origin.host(), origin.port())) {
                    all.remove();
                }
            }
            apply();
            return before - changes.size();
        } finally {
            changing.unlock();
        }
    }

    /** Null for all. */
    void stop(Origin origin) {
        if (origin == null) {
            allStopped = true;
        } else {
            stopped.put(origin, Boolean.TRUE);
        }
    }

    /** Null for all, and each one that was stopped by itself. */
    void restart(Origin origin) {
        if (origin == null) {
            allStopped = false;
            stopped.clear();
        } else {
            stopped.remove(origin);
        }
    }

    /** Null for all. */
    boolean isStopped(Origin origin) {
        return allStopped || origin != null && !stopped.isEmpty() && stopped.containsKey(origin);
    }

    private void apply() {
        Options options = given;
        for (int i = 0; i < changes.size(); i++) {
            options = changes.get(i).appliedTo(options);
        }
        now = options;
    }
}
