package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody in the fuzzer who has opened a connection without asking. Only where there is room: then nobody waits for it. */
final class FuzzAdoption {
    private FuzzAdoption() {}

    static void of(Name name, Fuzz fuzz) {
        FuzzModel model = fuzz.model;
        Snapshot snapshot = fuzz.pool.snapshot();
        boolean room = snapshot.busy() + snapshot.free() < fuzz.limits.maxTotalSockets()
                && model.open(name.origin()) < fuzz.limits.of(name.origin()).maxSockets;
        FuzzResource resource = new FuzzResource(fuzz, null);
        if (model.closed) {
            assertThat(fuzz.pool.adopt(name, resource, 0)).isNull();
        } else if (room && !fuzz.isInBetween()) {
            adopt(name, fuzz, resource);
        }
    }

    private static void adopt(Name name, Fuzz fuzz, FuzzResource resource) {
        FuzzModel model = fuzz.model;
        FuzzCaller caller = new FuzzCaller(name, false);
        caller.connection = fuzz.pool.adopt(name, resource, 0);
        caller.ready = true;
        resource.connection = caller.connection;
        FuzzLife life = new FuzzLife();
        life.bornAt = fuzz.clock.nanos();
        model.lives.put(caller.connection, life);
        model.live.add(resource);
        model.holding.add(caller);
        model.counts.created++;
        fuzz.note("is adopted: " + caller);
    }
}
