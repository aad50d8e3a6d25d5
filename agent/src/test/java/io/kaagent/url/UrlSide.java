package io.kaagent.url;

import io.kaagent.pool.Connection;
import io.kaagent.pool.Limits;
import io.kaagent.pool.LimitsSource;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The parts of the URL side around a pool, on a clock that stands still. */
final class UrlSide implements LimitsSource {
    static final Origin ORIGIN = new Origin("http", "127.0.0.1", 80);
    static final Name NAME = ConnectionName.of(ORIGIN, null, null, null, null);

    /** Shortly before it overflows. */
    long now = Long.MAX_VALUE - 1000;

    final FakeSettings settings = new FakeSettings();
    final Pool pool = new Pool(this, () -> now);
    final Clients clients = new Clients(settings);
    final Trust trust = new Trust(settings, () -> now);

    @Override
    public Limits of(Origin origin) {
        return Limits.builder().build();
    }

    @Override
    public int maxTotalSockets() {
        return Limits.INFINITY;
    }

    Connection take() {
        try {
            return pool.take(NAME, false, 1000);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Why connections have ended. */
    List<Reason> ends() {
        List<Reason> ends = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            ends.addAll(Collections.nCopies((int) pool.snapshot().counters().destroyed(reason), reason));
        }
        return ends;
    }

    /** A connection in its caller's hands, over a client that has been answered. */
    PooledClient busy(Object client) {
        return busy(client, null);
    }

    PooledClient busy(Object client, Handshake handshake) {
        Connection connection = take();
        PooledClient pooled = new PooledClient(pool, clients, trust, connection, handshake);
        pool.opened(connection, pooled);
        clients.remember(client, pooled);
        return answered(pooled);
    }

    /** The same one, taken by another caller and answered. */
    PooledClient again(PooledClient free) {
        take();
        return answered(free);
    }

    private static PooledClient answered(PooledClient pooled) {
        pooled.handedOver();
        pooled.exchange().written(JdkHeaders.of());
        pooled.exchange().answered(JdkHeaders.of());
        return pooled;
    }
}
