package io.kaagent.url;

import io.kaagent.jdk.WeakIdentityMap;
import io.kaagent.pool.Origin;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the socket factories of an origin that nothing is proved of. An application that makes one for each request opens a connection
 * for each, with the agent as without; its owner should learn why.
 *
 * <p>Threading: any thread, no lock. Costs nothing as long as all is proved.
 */
final class UnsharedFactories {
    /** So many are more than an application keeps for good. */
    static final int MANY = 10;

    private static final int MOST_ORIGINS = 1000;

    private final WeakIdentityMap<Origin> seen = new WeakIdentityMap<Origin>();
    private final ConcurrentHashMap<Origin, AtomicInteger> counts = new ConcurrentHashMap<Origin, AtomicInteger>();
    private final Settings settings;

    UnsharedFactories(Settings settings) {
        this.settings = settings;
    }

    /** A request is about to be made with it; null for one without TLS. */
    void seen(Origin origin, Handshake handshake) {
        String gap = handshake == null ? null : handshake.identity().gap();
        if (gap == null) {
            return;
        }
        Object key = handshake.identity().key();
        if (!origin.equals(seen.get(key))) {
            remember(key, origin);
            int count = count(origin);
            if (count >= MANY) {
                settings.unsharedFactories(origin, count, gap);
            }
        }
    }

    private void remember(Object key, Origin origin) {
        while (seen.pollDropped() != null) {
            // the application has dropped that factory
        }
        seen.remove(key);
        seen.put(key, origin);
    }

    private int count(Origin origin) {
        AtomicInteger count = counts.get(origin);
        if (count == null) {
            if (counts.size() >= MOST_ORIGINS) {
                counts.clear(); // they are counted anew: a line comes later, no more
            }
            AtomicInteger first = new AtomicInteger();
            AtomicInteger before = counts.putIfAbsent(origin, first);
            count = before == null ? first : before;
        }
        return count.incrementAndGet();
    }
}
