package io.kaagent.benchmark.pool;

import com.zaxxer.hikari.util.ConcurrentBag;
import com.zaxxer.hikari.util.ConcurrentBag.IConcurrentBagEntry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What HikariCP is built around. Not keyed: for one origin only. */
final class Hikari implements Peer {
    private final ConcurrentBag<Entry> bag = new ConcurrentBag<>(waiting -> {});

    Hikari(Cell cell) {
        for (int i = 0; i < cell.most(); i++) {
            bag.add(new Entry());
        }
    }

    @Override
    public Object take(int origin) throws Exception {
        Entry entry = bag.borrow(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (entry == null) {
            throw new TimeoutException();
        }
        return entry;
    }

    @Override
    public void give(int origin, Object taken) {
        bag.requite((Entry) taken);
    }

    private static final class Entry implements IConcurrentBagEntry {
        private final AtomicInteger state = new AtomicInteger();

        @Override
        public boolean compareAndSet(int expected, int state) {
            return this.state.compareAndSet(expected, state);
        }

        /** As HikariCP's own. */
        @Override
        public void setState(int state) {
            this.state.set(state);
        }

        @Override
        public int getState() {
            return state.get();
        }
    }
}
