package io.kaagent.client;

import io.kaagent.jdk.WeakIdentityMap;
import io.kaagent.pool.Origin;
import io.kaagent.tls.FactoryIdentity;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the socket factories of an origin that nothing is proved of. An application that makes one for each request opens a connection
 * for each, with the agent as without; its owner should learn why.
 *
 * <p>Threading: any thread, no lock. Costs nothing as long as all is proved.
 */
public final class UnsharedFactories {
    /** So many are more than an application keeps for good. */
    public static final int MANY = 10;

    private static final int MOST_ORIGINS = 1000;

    private final WeakIdentityMap<Origin> seen = new WeakIdentityMap<Origin>();
    private final ConcurrentHashMap<Origin, AtomicInteger> counts = new ConcurrentHashMap<Origin, AtomicInteger>();
    private final Listener listener;

    public UnsharedFactories(Listener listener) {
        this.listener = listener;
    }

    /** A connection is wanted that would be made with it; null for one without TLS. */
    public void seen(Origin origin, FactoryIdentity identity) {
        String gap = identity == null ? null : identity.gap();
        if (gap == null) {
            return;
        }
        Object key = identity.key();
        if (!origin.equals(seen.get(key))) {
            remember(key, origin);
            int count = count(origin);
            if (count >= MANY) {
                listener.unsharedFactories(origin, count, gap);
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

    /** Who is told. Never throws. */
    public interface Listener {
        /**
         * So many socket factories, or contexts, of this origin share no connection with each other.
         *
         * @param gap what could not be proved of the last one
         */
        void unsharedFactories(Origin origin, int count, String gap);
    }
}
