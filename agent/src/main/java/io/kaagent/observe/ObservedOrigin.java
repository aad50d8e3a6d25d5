package io.kaagent.observe;

import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Hint;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * One host and port: what was counted there, and the connections that would be free, on paper. Those that could not have been kept are
 * remembered, with the cause, until one is opened in their place. All methods under the lock of this object.
 */
final class ObservedOrigin {
    private static final int MOST_OPENERS = 3;
    private static final int MOST_FREE = 10000;
    private static final int MOST_LOST = 256;
    private static final long WITHOUT_LIMIT = Long.MAX_VALUE / 4;

    final long[] needed = new long[Cause.values().length];
    final Openers openers = new Openers();
    long requests;
    long opened;
    long spared;
    int open;
    int mostOpen;
    long connectNanos;

    private final String host;
    private final int port;
    private final Rules rules;
    private final OriginOptions options;
    private final long idleNanos;
    /** The one given back last comes first. */
    private final ArrayDeque<Free> free = new ArrayDeque<Free>();

    private final ArrayDeque<Lost> lost = new ArrayDeque<Lost>();
    private final Map<Identity, Integer> busy = new HashMap<Identity, Integer>();
    private boolean secure;
    private boolean learnedOfUrls;
    private boolean learnedOfSockets;

    ObservedOrigin(String host, int port, Rules rules) {
        this.host = host;
        this.port = port;
        this.rules = rules;
        this.options = rules.of(host, port);
        long idleMillis = rules.idleMillis(options);
        this.idleNanos = idleMillis == 0 ? WITHOUT_LIMIT : idleMillis * 1000000;
    }

    /** Not one, but those that were too many. */
    boolean isMixed() {
        return port == 0;
    }

    String name() {
        if (isMixed()) {
            return host;
        }
        return (secure ? "https://" : "http://") + host + ':' + port;
    }

    OriginOptions options() {
        return options;
    }

    void opened(long nanos) {
        opened++;
        open++;
        mostOpen = Math.max(mostOpen, open);
        connectNanos += nanos;
    }

    void secured() {
        secure = true;
    }

    /** Whether anything would have been kept here for that kind of client. */
    boolean keeps(boolean ofJdk, boolean isTls) {
        return rules.keeps(options, ofJdk, isTls);
    }

    /**
     * The first request of a connection is about to go out: would another one have been there for it?
     *
     * @param unpooled why pooling would have left it alone; null if it would not have
     */
    void taken(Identity identity, Cause unpooled, boolean repeatable, long now) {
        Cause cause = unpooled == null ? take(identity, repeatable, now) : unpooled;
        if (cause == null) {
            spared++;
        } else {
            needed[cause.ordinal()]++;
        }
        Integer others = busy.get(identity);
        busy.put(identity, others == null ? 1 : others + 1);
    }

    /** One that no request went out on has been closed. */
    void closedUnused(Cause cause) {
        open--;
        needed[cause.ordinal()]++;
    }

    /** @param cause why it could not have been given back; null if it could */
    void closed(Identity identity, Cause cause, Hint hint, long now) {
        open--;
        int others = busy.get(identity) - 1;
        if (others == 0) {
            busy.remove(identity);
        } else {
            busy.put(identity, others);
        }
        if (cause != null) {
            lose(identity, cause);
        } else if (hint.hasMax() && hint.max() == 0) {
            lose(identity, Cause.SERVER_CLOSE);
        } else if (hint.hasTimeout() && hint.promisedNanos() == 0) {
            lose(identity, Cause.IDLE);
        } else {
            park(identity, hint, now);
        }
    }

    /** Whether a close of this kind of client has been let through once, to learn what the server makes of it. */
    boolean hasLearned(boolean ofUrls) {
        boolean learned = ofUrls ? learnedOfUrls : learnedOfSockets;
        learnedOfUrls |= ofUrls;
        learnedOfSockets |= !ofUrls;
        return learned;
    }

    /** A copy of what was counted. */
    OriginFigures figures() {
        return new OriginFigures(this, openers.most(MOST_OPENERS));
    }

    private Cause take(Identity identity, boolean repeatable, long now) {
        expire(now);
        boolean isUnsafe = false;
        for (Iterator<Free> each = free.iterator(); each.hasNext(); ) {
            Free one = each.next();
            if (one.identity.equals(identity)) {
                if (repeatable || now - one.since < options.unsafeReuseIdleMillis() * 1000000) {
                    each.remove();
                    return null;
                }
                isUnsafe = true;
            }
        }
        return isUnsafe ? Cause.UNSAFE : missing(identity);
    }

    private Cause missing(Identity identity) {
        for (Iterator<Lost> each = lost.iterator(); each.hasNext(); ) {
            Lost one = each.next();
            if (one.identity.equals(identity)) {
                each.remove();
                return one.cause;
            }
        }
        if (busy.containsKey(identity)) {
            return Cause.IN_USE;
        }
        return free.isEmpty() && lost.isEmpty() && busy.isEmpty() ? Cause.FIRST : Cause.DIFFERENT;
    }

    private void park(Identity identity, Hint hint, long now) {
        long limit = hint.hasTimeout() ? hint.promisedNanos() : idleNanos;
        free.addFirst(new Free(identity, now, now + limit));
        if (free.size() > Math.min(options.maxFreeSockets(), MOST_FREE)) {
            lose(free.removeLast().identity, Cause.SURPLUS);
        }
    }

    private void expire(long now) {
        for (Iterator<Free> each = free.iterator(); each.hasNext(); ) {
            Free one = each.next();
            if (now - one.until >= 0) {
                each.remove();
                lose(one.identity, Cause.IDLE);
            }
        }
    }

    private void lose(Identity identity, Cause cause) {
        lost.addFirst(new Lost(identity, cause));
        if (lost.size() > MOST_LOST) {
            lost.removeLast();
        }
    }

    private static final class Free {
        final Identity identity;
        final long since;
        final long until;

        Free(Identity identity, long since, long until) {
            this.identity = identity;
            this.since = since;
            this.until = until;
        }
    }

    private static final class Lost {
        final Identity identity;
        final Cause cause;

        Lost(Identity identity, Cause cause) {
            this.identity = identity;
            this.cause = cause;
        }
    }
}
