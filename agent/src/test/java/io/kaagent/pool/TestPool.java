package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** A pool on a clock that stands still, with limits that a test sets, and callers who are threads in name only. */
final class TestPool implements LimitsSource {
    static final Name A = name("a");
    static final Name B = name("b");
    static final Name C = name("c");

    final FakeClock clock = new FakeClock();
    final Limits.Builder limits = Limits.builder().maxAgeMillis(0);

    private final Map<Origin, Limits> special = new HashMap<>();
    private int maxTotal = Limits.INFINITY;

    final Pool pool = new Pool(this, clock);

    static Name name(String host) {
        return new Name(origin(host), null);
    }

    /** Of the same origin, but never to be shared with the others: as with another trust manager. */
    static Name name(String host, Object identity) {
        return new Name(origin(host), identity);
    }

    static Origin origin(String host) {
        return new Origin("http", host, 80);
    }

    @Override
    public Limits of(Origin origin) {
        return special.getOrDefault(origin, limits.build());
    }

    @Override
    public int maxTotalSockets() {
        return maxTotal;
    }

    void limits(Name name, Limits.Builder builder) {
        special.put(name.origin(), builder.build());
        pool.limitsChanged();
    }

    void maxTotal(int value) {
        maxTotal = value;
        pool.limitsChanged();
    }

    /** A caller who need not wait. */
    Connection take(Name name) {
        return (Connection) request(name, false);
    }

    Connection takeFresh(Name name) {
        return (Connection) request(name, true);
    }

    /** A caller who has to. */
    Waiter waits(Name name) {
        return (Waiter) request(name, false);
    }

    Waiter waitsFresh(Name name) {
        return (Waiter) request(name, true);
    }

    Object request(Name name, boolean fresh) {
        try {
            return pool.queue.request(name, fresh, new Thread());
        } catch (QueueFullException | PoolClosedException e) {
            throw new AssertionError(e);
        }
    }

    /** A new connection in a caller's hands, opened. */
    Connection busy(Name name) {
        return opened(takeFresh(name));
    }

    Connection opened(Connection connecting) {
        assertThat(connecting.mustConnect()).isTrue();
        pool.opened(connecting, new FakeResource());
        return connecting;
    }

    /** A new connection that was given back. */
    Connection free(Name name) {
        Connection c = busy(name);
        assertThat(give(c)).isEqualTo(Fate.PARKED);
        return c;
    }

    Fate give(Connection c) {
        return pool.give(c, true, Hint.NONE);
    }

    static FakeResource resource(Connection c) {
        return (FakeResource) c.resource();
    }

    static Reason closedFor(Connection c) {
        return resource(c).closedFor;
    }

    int busyCount() {
        return pool.snapshot().busy();
    }

    int freeCount() {
        return pool.snapshot().free();
    }

    Counters counters() {
        return pool.snapshot().counters();
    }
}
