package io.kaagent.watch;

import io.kaagent.pool.Counters;
import io.kaagent.pool.Snapshot;

/**
 * What a connection for each request would have cost in addition: as many connects, and over TLS handshakes, as there were requests beyond the
 * connections that were opened, each as long as they took on average.
 */
final class Saved {
    final long connects;
    final long handshakes;
    final long nanos;

    Saved(Snapshot snapshot) {
        Counters all = snapshot.counters();
        Counters secure = snapshot.secureCounters();
        connects = saved(all);
        handshakes = saved(secure);
        nanos = (long) (connects * all.connecting().mean()
                + handshakes * secure.handshakes().mean());
    }

    private static long saved(Counters counters) {
        return Math.max(0, counters.requests() - counters.created());
    }
}
