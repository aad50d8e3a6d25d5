package io.kaagent.pool;

import io.kaagent.pool.StressServers.StressResource;
import java.util.concurrent.ThreadLocalRandom;

/** One of the callers of {@link PoolStressTest}: asks, opens if need be, uses, gives back or closes, over and over. */
final class StressCaller implements Runnable {
    volatile Throwable failure;

    private final Pool pool;
    private final StressServers servers;
    private final int requests;

    StressCaller(Pool pool, StressServers servers, int requests) {
        this.pool = pool;
        this.servers = servers;
        this.requests = requests;
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < requests; i++) {
                request();
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    private void request() throws QueueFullException, PoolClosedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        Name name = TestPool.name("host" + random.nextInt(3), random.nextInt(2));
        try {
            Connection c = pool.take(name, chance(10), 1 + random.nextInt(10));
            if (c.mustConnect()) {
                connect(c, name);
            } else {
                use(c);
            }
        } catch (TakeTimeoutException | InterruptedException e) {
            Thread.yield(); // as a caller who has got no connection does something else
        }
    }

    private void connect(Connection c, Name name) {
        if (chance(20)) {
            pool.connectFailed(c);
            return;
        }
        pool.opened(c, servers.open(name.origin()));
        if (chance(20)) {
            ((StressResource) c.resource()).hangUp();
            pool.reopened(c, servers.open(name.origin()));
        }
        use(c);
    }

    private void use(Connection c) {
        StressResource resource = (StressResource) c.resource();
        resource.use();
        if (chance(2)) {
            Thread.yield();
        }
        resource.endUse();
        if (chance(10)) {
            resource.hangUp();
            pool.gone(c, Reason.CLOSED_BY_OWNER);
        } else {
            pool.give(c, !chance(10), chance(10) ? Hint.of(1, 1) : Hint.NONE);
        }
    }

    private static boolean chance(int oneIn) {
        return ThreadLocalRandom.current().nextInt(oneIn) == 0;
    }
}
