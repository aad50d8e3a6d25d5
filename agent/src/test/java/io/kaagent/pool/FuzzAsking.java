package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

/** Callers in the fuzzer who ask for a connection. */
final class FuzzAsking {
    private FuzzAsking() {}

    /** And wait for it. */
    static void ask(Fuzz fuzz, FuzzCaller caller) {
        FuzzModel model = fuzz.model;
        Pool pool = fuzz.pool;
        try {
            Object got = pool.queue.request(caller.name, caller.fresh, new Thread());
            if (got instanceof Waiter) {
                model.queued(caller, (Waiter) got);
            } else if (!model.got(caller, (Connection) got)) {
                assertThat(pool.queue.replaceNotQuiet((Connection) got)).isNull();
            } else if (!model.disturbed) {
                model.overtook(caller, false);
            }
            fuzz.note("asked: " + caller);
        } catch (QueueFullException e) {
            model.counts.queueFull++;
            Origin origin = caller.name.origin();
            assertThat(model.waiting(origin)).isGreaterThanOrEqualTo(fuzz.limits.of(origin).maxPending);
        } catch (PoolClosedException e) {
            assertThat(model.closed).isTrue();
        }
    }

    /** And do without if none is free. */
    static void askForAFreeOne(Fuzz fuzz, FuzzCaller caller) {
        FuzzModel model = fuzz.model;
        boolean any = model.freeOf(caller.name).stream().anyMatch(c -> FuzzExpected.isFresh(model, fuzz.limits, c));
        Connection c = fuzz.pool.queue.free(caller.name, new Thread());
        fuzz.note("asked for a free one: " + caller + (c == null ? ", none" : " " + c.sequence));
        assertThat(model.disturbed || c != null || !any).as("none was free").isTrue();
        if (c != null && !model.got(caller, c)) {
            assertThat(fuzz.pool.queue.replaceNotQuiet(c)).isNull();
        }
    }
}
