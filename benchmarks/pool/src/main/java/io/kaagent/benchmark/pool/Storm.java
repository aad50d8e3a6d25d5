package io.kaagent.benchmark.pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import stormpot.Allocator;
import stormpot.Expiration;
import stormpot.Pool;
import stormpot.Pooled;
import stormpot.Slot;
import stormpot.Timeout;

/** Stormpot: of a fixed size, nothing expires. Not keyed: for one origin only. */
final class Storm implements Peer {
    private static final Timeout TIMEOUT = new Timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS);

    private final Pool<Pooled<Object>> pool;

    Storm(Cell cell) throws InterruptedException {
        pool = Pool.from(new Trivial())
                .setSize(cell.most())
                .setExpiration(Expiration.never())
                .setBackgroundExpirationEnabled(false)
                .setPreciseLeakDetectionEnabled(false)
                .build();
        Pooled<?>[] all = new Pooled<?>[cell.most()];
        for (int i = 0; i < all.length; i++) {
            all[i] = pool.claim(TIMEOUT);
        }
        for (Pooled<?> each : all) {
            each.release();
        }
    }

    @Override
    public Object take(int origin) throws Exception {
        Pooled<Object> claimed = pool.claim(TIMEOUT);
        if (claimed == null) {
            throw new TimeoutException();
        }
        return claimed;
    }

    @Override
    public void give(int origin, Object taken) {
        ((Pooled<?>) taken).release();
    }

    private static final class Trivial implements Allocator<Pooled<Object>> {
        @Override
        public Pooled<Object> allocate(Slot slot) {
            return new Pooled<>(slot, new Object());
        }

        @Override
        public void deallocate(Pooled<Object> poolable) {}
    }
}
