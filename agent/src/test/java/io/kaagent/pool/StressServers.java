package io.kaagent.pool;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What the servers of {@link PoolStressTest} see: how many connections are open at any moment, and whether two callers use one. */
final class StressServers implements LimitsSource {
    static final int MAX_SOCKETS = 3;
    static final int MAX_TOTAL = 6;

    final List<String> violations = new CopyOnWriteArrayList<>();

    private final AtomicInteger total = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final ConcurrentHashMap<Origin, AtomicInteger> byOrigin = new ConcurrentHashMap<>();
    private volatile boolean lifo;
    private volatile int maxSockets = MAX_SOCKETS;
    private volatile int maxTotal = MAX_TOTAL;

    @Override
    public Limits of(Origin origin) {
        return Limits.builder()
                .maxSockets(maxSockets)
                .maxFreeSockets(2)
                .idleMillis(20)
                .maxAgeMillis(100)
                .scheduling(lifo ? Scheduling.LIFO : Scheduling.FIFO)
                .build();
    }

    @Override
    public int maxTotalSockets() {
        return maxTotal;
    }

    void changeLimits() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        lifo = random.nextBoolean();
        maxSockets = random.nextInt(1, MAX_SOCKETS + 1);
        maxTotal = random.nextInt(3, MAX_TOTAL + 1);
    }

    int open() {
        return total.get();
    }

    int opened() {
        return opened.get();
    }

    StressResource open(Origin origin) {
        opened.incrementAndGet();
        AtomicInteger ofOrigin = byOrigin.computeIfAbsent(origin, o -> new AtomicInteger());
        atMost(MAX_SOCKETS, ofOrigin.incrementAndGet(), origin.toString());
        atMost(MAX_TOTAL, total.incrementAndGet(), "in all");
        return new StressResource(ofOrigin);
    }

    private void atMost(int limit, int open, String where) {
        if (open > limit) {
            violations.add(open + " open, " + where);
        }
    }

    /** A connection as the server sees it. */
    final class StressResource implements Resource {
        private final AtomicInteger ofOrigin;
        private final AtomicReference<Thread> user = new AtomicReference<>();
        private final AtomicInteger closes = new AtomicInteger();

        StressResource(AtomicInteger ofOrigin) {
            this.ofOrigin = ofOrigin;
        }

        @Override
        public boolean isQuiet() {
            return closes.get() == 0 && ThreadLocalRandom.current().nextInt(20) != 0;
        }

        @Override
        public boolean seemsQuiet() {
            return ThreadLocalRandom.current().nextInt(20) != 0;
        }

        @Override
        public void close(Reason reason) {
            if (user.get() != null) {
                violations.add("closed for " + reason + " while in use");
            }
            hangUp();
        }

        /** By its owner or by the pool. The counts go down only when it is over. */
        void hangUp() {
            if (closes.incrementAndGet() != 1) {
                violations.add("closed twice");
            }
            Thread.yield();
            ofOrigin.decrementAndGet();
            total.decrementAndGet();
        }

        void use() {
            if (!user.compareAndSet(null, Thread.currentThread()) || closes.get() > 0) {
                violations.add("in two hands, or used after its end");
            }
        }

        void endUse() {
            user.set(null);
        }
    }
}
