package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** One run of the fuzzer: chooses who does what next. What a caller does is in {@link FuzzDoings}. */
final class Fuzz {
    static final List<Name> NAMES = List.of(
            TestPool.name("a", 1),
            TestPool.name("a", 2),
            TestPool.name("a", 3),
            TestPool.name("b", 1),
            TestPool.name("b", 2),
            TestPool.name("c"),
            TestPool.name("d"));

    final Random random;
    final FakeClock clock = new FakeClock();
    final FuzzLimits limits;
    final FuzzModel model;
    final Pool pool;

    private final FuzzChecks checks;
    private final FuzzDoings doings;
    private final boolean limitsChange;
    private final boolean othersInBetween;
    private final int haste;
    private final Deque<String> history = new ArrayDeque<>();
    private boolean inBetween;

    Fuzz(long seed) {
        random = new Random(seed);
        limits = new FuzzLimits(random);
        model = new FuzzModel(clock, limits);
        pool = new Pool(limits, clock);
        checks = new FuzzChecks(model, limits, pool);
        doings = new FuzzDoings(this);
        limitsChange = random.nextBoolean();
        othersInBetween = random.nextInt(3) != 0;
        haste = 20 + random.nextInt(40); // how eagerly new callers come
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            model.stepBegins();
            step(random.nextInt(100));
            model.settle();
            checks.afterStep();
        }
        closeDown();
        assertThat(model.counts.handedOff + model.counts.reused).isPositive();
    }

    String history() {
        return String.join("\n", history);
    }

    void note(String what) {
        history.add((inBetween ? "    meanwhile " : "") + what);
        if (history.size() > 60) {
            history.remove();
        }
    }

    /** Called wherever the pool calls out, and so has let go of its lock. */
    void meanwhile() {
        if (inBetween || !othersInBetween || random.nextInt(3) != 0) {
            return;
        }
        inBetween = true;
        model.disturbed = true;
        for (int i = random.nextInt(3); i >= 0; i--) {
            model.settle();
            doings.something(random.nextInt(100), haste);
            checks.limitsHold();
        }
        model.settle();
        inBetween = false;
    }

    boolean isInBetween() {
        return inBetween;
    }

    private void step(int dice) {
        if (dice < 3) {
            sweep();
        } else if (dice < 7) {
            long millis = random.nextInt(20) == 0 ? random.nextInt(100_000_000) : random.nextInt(300);
            note("clock + " + millis);
            clock.advanceMillis(millis);
        } else if (dice < 8 && limitsChange && random.nextInt(4) == 0) {
            evict();
        } else if (dice < 8 && limitsChange) {
            note("limits");
            limits.change();
            checks.limitsChanged();
            pool.limitsChanged();
        } else {
            doings.something(random.nextInt(100), haste);
        }
    }

    /** An operator closes what is free, of one origin or of all. */
    private void evict() {
        Origin only = random.nextBoolean()
                ? null
                : NAMES.get(random.nextInt(NAMES.size())).origin();
        note("evict " + (only == null ? "all" : only));
        long free = model.free.entrySet().stream()
                .filter(e -> only == null || e.getKey().origin().equals(only))
                .mapToInt(e -> e.getValue().size())
                .sum();
        model.evicting = true;
        assertThat(only == null ? pool.eviction().all() : pool.eviction().of(only))
                .isEqualTo((int) free);
        model.evicting = false;
    }

    private void sweep() {
        note("sweep");
        long next = pool.sweep();
        if (model.disturbed) {
            return;
        }
        long soonest = Long.MAX_VALUE;
        for (List<Connection> list : model.free.values()) {
            for (Connection c : list) {
                FuzzLife life = model.lives.get(c);
                assertThat(((FuzzResource) c.resource()).quiet)
                        .as("quiet after the sweep")
                        .isTrue();
                assertThat(life.isPastIdle(clock.nanos())).isFalse();
                soonest = Math.min(
                        soonest,
                        life.idleNanos == 0 ? FakeClock.SECOND : life.freeSince + life.idleNanos - clock.nanos());
            }
        }
        if (soonest == Long.MAX_VALUE) {
            assertThat(next).isEqualTo(-1);
        } else {
            assertThat(next).isBetween(0L, Math.min(FakeClock.SECOND, soonest));
        }
    }

    /** Rule 29. */
    private void closeDown() {
        model.stepBegins();
        model.closed = true;
        if (random.nextBoolean()) {
            note("close");
            pool.close();
        } else {
            shutdownNow();
        }
        model.settle();
        checks.afterStep();
        for (int i = 0; !model.holding.isEmpty(); i++) {
            model.stepBegins();
            doings.go(model.holding.get(random.nextInt(model.holding.size())));
            model.settle();
            checks.afterStep();
            if (i > 1_000_000) {
                fail("never ends");
            }
        }
        assertThat(model.waiting).as("nobody is left waiting").isEmpty();
        assertThat(new ArrayList<>(model.live)).isEmpty();
        assertThat(pool.snapshot().busy() + pool.snapshot().free()).isZero();
    }

    private void shutdownNow() {
        note("shutdownNow");
        model.shutDown = true;
        inBetween = true; // the model can't tell in whose hands one is closed
        pool.shutdownNow();
        inBetween = false;
        for (FuzzCaller late : new ArrayList<>(model.holding)) {
            FakeResource resource = new FakeResource();
            pool.opened(late.connection, resource);
            assertThat(resource.closedFor).isEqualTo(Reason.SHUTDOWN);
            model.holding.remove(late);
        }
    }
}
