package io.kaagent.benchmark.pool;

import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.pool.LaxConnPool;
import org.apache.hc.core5.pool.ManagedConnPool;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.RouteSegmentedConnPool;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The pools of Apache HttpCore 5: by route, last in first out, without a time to live. */
final class HttpCore implements Peer {
    private static final Timeout TIMEOUT = Timeout.ofSeconds(TIMEOUT_SECONDS);

    private final ManagedConnPool<HttpHost, Trivial> pool;
    private final HttpHost[] routes;

    private HttpCore(Cell cell, ManagedConnPool<HttpHost, Trivial> pool) {
        this.pool = pool;
        this.routes = new HttpHost[cell.origins()];
        for (int i = 0; i < routes.length; i++) {
            routes[i] = new HttpHost("http", Keys.host(i), Keys.PORT);
        }
    }

    static HttpCore strict(Cell cell) {
        return new HttpCore(
                cell,
                new StrictConnPool<>(
                        cell.most(),
                        Integer.MAX_VALUE,
                        TimeValue.NEG_ONE_MILLISECOND,
                        PoolReusePolicy.LIFO,
                        Trivial::close,
                        null));
    }

    static HttpCore lax(Cell cell) {
        return new HttpCore(
                cell,
                new LaxConnPool<>(
                        cell.most(), TimeValue.NEG_ONE_MILLISECOND, PoolReusePolicy.LIFO, Trivial::close, null));
    }

    static HttpCore segmented(Cell cell) {
        return new HttpCore(
                cell,
                new RouteSegmentedConnPool<>(
                        cell.most(),
                        Integer.MAX_VALUE,
                        TimeValue.NEG_ONE_MILLISECOND,
                        PoolReusePolicy.LIFO,
                        Trivial::close));
    }

    @Override
    public Object take(int origin) throws Exception {
        PoolEntry<HttpHost, Trivial> entry =
                pool.lease(routes[origin], null, TIMEOUT, null).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (!entry.hasConnection()) {
            entry.assignConnection(new Trivial());
        }
        return entry;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void give(int origin, Object taken) {
        pool.release((PoolEntry<HttpHost, Trivial>) taken, true);
    }

    private static final class Trivial implements ModalCloseable {
        @Override
        public void close(CloseMode mode) {}

        @Override
        public void close() {}
    }
}
