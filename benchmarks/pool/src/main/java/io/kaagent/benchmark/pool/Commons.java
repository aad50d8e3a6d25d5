package io.kaagent.benchmark.pool;

import java.time.Duration;
import org.apache.commons.pool2.BaseKeyedPooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;

/** Apache Commons Pool 2, by key: last in first out, nothing tested, no JMX. */
final class Commons implements Peer {
    private final GenericKeyedObjectPool<String, Trivial> pool;
    private final String[] keys;

    /** @param fair whether who waits longest is served first, as with us; by default the quickest is */
    Commons(Cell cell, boolean fair) {
        GenericKeyedObjectPoolConfig<Trivial> config = new GenericKeyedObjectPoolConfig<>();
        config.setMaxTotal(-1);
        config.setMaxTotalPerKey(cell.isLimited() ? cell.limit() : -1);
        config.setMaxIdlePerKey(cell.most());
        config.setMaxWait(Duration.ofSeconds(TIMEOUT_SECONDS));
        config.setFairness(fair);
        config.setJmxEnabled(false);
        pool = new GenericKeyedObjectPool<>(new Factory(), config);
        keys = new String[cell.origins()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Keys.host(i);
        }
    }

    @Override
    public Object take(int origin) throws Exception {
        return pool.borrowObject(keys[origin]);
    }

    @Override
    public void give(int origin, Object taken) {
        pool.returnObject(keys[origin], (Trivial) taken);
    }

    private static final class Trivial {}

    private static final class Factory extends BaseKeyedPooledObjectFactory<String, Trivial> {
        @Override
        public Trivial create(String key) {
            return new Trivial();
        }

        @Override
        public PooledObject<Trivial> wrap(Trivial trivial) {
            return new DefaultPooledObject<>(trivial);
        }
    }
}
