package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What callers, owners and servers do in the fuzzer. Each tells the model, and holds the pool's answer against it. */
final class FuzzDoings {
    private static final int MOST_WAITING = 50;

    private final Fuzz fuzz;
    private final Random random;
    private final FuzzModel model;
    private final Pool pool;

    FuzzDoings(Fuzz fuzz) {
        this.fuzz = fuzz;
        this.random = fuzz.random;
        this.model = fuzz.model;
        this.pool = fuzz.pool;
    }

    void something(int dice, int haste) {
        if (dice < haste && model.waiting.size() < MOST_WAITING) {
            FuzzAsking.ask(fuzz, new FuzzCaller(any(Fuzz.NAMES), random.nextInt(8) == 0));
        } else if (dice < 86 && !model.holding.isEmpty()) {
            go(any(model.holding));
        } else if (dice < 91 && !model.waiting.isEmpty()) {
            leave(any(model.waiting));
        } else if (dice < 94 && !model.live.isEmpty()) {
            fuzz.note("the server goes bad on one");
            any(model.live).quiet = false;
        } else if (dice < 97 && !free().isEmpty()) {
            endWhileFree(any(free()));
        } else if (dice < 98 && random.nextInt(3) == 0) {
            FuzzAsking.askForAFreeOne(fuzz, new FuzzCaller(any(Fuzz.NAMES), false));
        } else if (dice < 98) {
            FuzzAdoption.of(any(Fuzz.NAMES), fuzz);
        } else if (!fuzz.isInBetween()) {
            strays();
        }
    }

    /** The next step of somebody who has a connection. */
    void go(FuzzCaller caller) {
        Connection c = caller.connection;
        if (caller.isConnecting()) {
            connect(caller, c);
        } else if (!caller.ready) {
            look(caller, c);
        } else if (random.nextInt(12) == 0) {
            reopen(c);
        } else if (random.nextInt(10) == 0) {
            end(caller, c);
        } else if (random.nextInt(40) == 0) {
            abandon(caller, c);
        } else {
            give(caller, c);
        }
    }

    private void connect(FuzzCaller caller, Connection c) {
        int dice = random.nextInt(10);
        fuzz.note((dice < 2 ? "failed to open: " : "opens: ") + caller);
        if (dice == 0) {
            model.holding.remove(caller);
            model.endedByOwner(c);
            model.counts.connectFailures++;
            pool.connectFailed(c);
        } else if (dice == 1) {
            model.holding.remove(caller);
            model.endedByOwner(c);
            assertThat(pool.gone(c, Reason.CLOSED_BY_OWNER)).isTrue();
        } else {
            FuzzResource resource = new FuzzResource(fuzz, c);
            model.live.add(resource);
            model.lives.get(c).bornAt = fuzz.clock.nanos();
            model.counts.created++;
            pool.opened(c, resource);
            caller.ready = true;
        }
    }

    /** Rule 8. */
    private void look(FuzzCaller caller, Connection c) {
        fuzz.note("looks: " + caller);
        if (c.resource().isQuiet()) {
            caller.ready = true;
            return;
        }
        model.holding.remove(caller);
        model.inTransit.add(c);
        Connection other = pool.queue.replaceNotQuiet(c);
        assertThat(((FuzzResource) c.resource()).open).isFalse();
        if (!model.got(caller, other)) {
            assertThat(pool.queue.replaceNotQuiet(other)).isNull();
        }
    }

    private void give(FuzzCaller caller, Connection c) {
        boolean reusable = random.nextInt(8) != 0;
        Hint hint = random.nextInt(4) == 0 ? Hint.of(random.nextInt(5) - 1, random.nextInt(5) - 1) : Hint.NONE;
        fuzz.note("gives back: " + caller + (reusable ? "" : ", not reusable"));
        model.lives.get(c).served(hint);
        Fate expected = FuzzExpected.fate(model, fuzz.limits, fuzz.clock.nanos(), c, reusable, hint);
        boolean sure = !fuzz.isInBetween() && expected != null;
        model.counts.served++;
        model.lives.get(c).givenAs = model.counts.served;
        model.holding.remove(caller);
        model.inTransit.add(c);
        Fate fate = pool.give(c, reusable, hint);
        if (sure) {
            assertThat(fate).isEqualTo(expected);
        }
        if (fate == Fate.PARKED) {
            model.parked(
                    c,
                    hint.hasTimeout()
                            ? hint.idleNanos()
                            : fuzz.limits.of(c.name().origin()).idleNanos);
        } else if (fate == Fate.DESTROYED) {
            assertThat(((FuzzResource) c.resource()).open).isFalse();
        }
        assertThat(fate).isNotEqualTo(Fate.IGNORED);
    }

    private void end(FuzzCaller caller, Connection c) {
        fuzz.note("ends: " + caller);
        model.holding.remove(caller);
        model.endedByOwner(c);
        assertThat(pool.gone(c, Reason.CLOSED_BY_OWNER)).isTrue();
    }

    private void reopen(Connection c) {
        fuzz.note("opens again: " + c.sequence);
        FuzzResource old = (FuzzResource) c.resource();
        old.open = false;
        model.live.remove(old);
        FuzzResource resource = new FuzzResource(fuzz, c);
        model.live.add(resource);
        FuzzLife life = model.lives.get(c);
        life.bornAt = fuzz.clock.nanos();
        life.requestsLeft = -1;
        model.counts.created++;
        model.counts.destroyed++;
        model.counts.reopened++;
        pool.reopened(c, resource);
    }

    private void abandon(FuzzCaller caller, Connection c) {
        fuzz.note("is lost: " + caller);
        model.holding.remove(caller);
        model.inTransit.add(c);
        pool.queue.abandon(c);
        assertThat(((FuzzResource) c.resource()).open).isFalse();
    }

    private void leave(FuzzCaller caller) {
        if (caller.waiter.isAnswered()) {
            assertThat(pool.queue.giveUp(caller.waiter)).isFalse();
            return;
        }
        fuzz.note("gives up: " + caller);
        model.waiting.remove(caller);
        int dice = random.nextInt(3);
        if (dice == 0) {
            assertThat(pool.queue.giveUp(caller.waiter)).isTrue();
        } else if (dice == 1) {
            pool.queue.abandon(caller.waiter);
        } else {
            model.counts.takeTimeouts++;
            try {
                pool.queue.timeOut(caller.waiter, 1);
            } catch (TakeTimeoutException e) {
                return;
            }
            throw new AssertionError("no time-out");
        }
    }

    /** The owner's hook tells that a free connection was closed. In between the pool may have ended it already. */
    private void endWhileFree(Connection c) {
        fuzz.note("closes while free: " + c.sequence);
        if (pool.gone(c, Reason.CLOSED_BY_OWNER)) {
            model.endedByOwner(c);
        } else {
            assertThat(fuzz.isInBetween()).isTrue();
        }
    }

    /** What comes too late, too early or twice: nothing may happen. */
    private void strays() {
        Connection c = model.lastEnded;
        if (c != null) {
            assertThat(pool.gone(c, Reason.ABANDONED)).isFalse();
            assertThat(pool.give(c, true, Hint.NONE)).isEqualTo(Fate.IGNORED);
            assertThat(pool.queue.replaceNotQuiet(c)).isNull();
            pool.opened(c, new FuzzResource(fuzz, c));
            pool.reopened(c, new FuzzResource(fuzz, c));
            pool.connectFailed(c);
            pool.queue.abandon(c);
        }
        for (Connection free : free()) {
            assertThat(pool.give(free, true, Hint.NONE)).isEqualTo(Fate.IGNORED);
            pool.reopened(free, new FuzzResource(fuzz, free));
        }
        for (FuzzCaller caller : model.holding) {
            if (caller.isConnecting()) {
                assertThat(pool.give(caller.connection, true, Hint.NONE)).isEqualTo(Fate.IGNORED);
                pool.reopened(caller.connection, new FuzzResource(fuzz, caller.connection));
                assertThat(pool.queue.replaceNotQuiet(caller.connection)).isNull();
            } else {
                pool.connectFailed(caller.connection);
                pool.opened(caller.connection, new FuzzResource(fuzz, caller.connection));
            }
        }
    }

    private List<Connection> free() {
        List<Connection> all = new ArrayList<>();
        model.free.values().forEach(all::addAll);
        return all;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
