package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold after every step, and what must hold at any moment. */
final class FuzzChecks {
    private final FuzzModel model;
    private final FuzzLimits limits;
    private final Pool pool;
    private final Map<Origin, Integer> most = new HashMap<>();
    private int mostInAll;

    FuzzChecks(FuzzModel model, FuzzLimits limits, Pool pool) {
        this.model = model;
        this.limits = limits;
        this.pool = pool;
        limitsChanged();
    }

    /** What is open above a lowered limit may stay, but never grow. */
    void limitsChanged() {
        mostInAll = Math.max(limits.maxTotalSockets(), inAll());
        for (Name name : Fuzz.NAMES) {
            Origin origin = name.origin();
            most.put(origin, Math.max(limits.of(origin).maxSockets, model.open(origin)));
        }
    }

    /** Even in the middle of a step, for all the server can see. */
    void limitsHold() {
        assertThat(inAll()).as("open in all").isLessThanOrEqualTo(mostInAll);
        mostInAll = Math.max(limits.maxTotalSockets(), Math.min(mostInAll, inAll()));
        for (Map.Entry<Origin, Integer> limit : most.entrySet()) {
            int open = model.open(limit.getKey());
            assertThat(open).as("open at " + limit.getKey()).isLessThanOrEqualTo(limit.getValue());
            limit.setValue(Math.max(limits.of(limit.getKey()).maxSockets, Math.min(limit.getValue(), open)));
        }
    }

    void afterStep() {
        limitsHold();
        Snapshot snapshot = pool.snapshot();
        booksAreRight(snapshot);
        model.counts.mustEqual(snapshot.counters());
        nobodyWaitsForNothing();
        everyNameIsOne();
        for (Connection c : model.madeRoom) {
            assertThat(model.disturbed || FuzzExpected.wasLongestIdle(model, c)).isTrue();
        }
        assertThat(model.inTransit).isEmpty();
    }

    private void booksAreRight(Snapshot snapshot) {
        assertThat(snapshot.busy() + snapshot.free()).isEqualTo(inAll());
        assertThat(snapshot.busy()).isEqualTo(model.holding.size());
        assertThat(snapshot.waiting()).isEqualTo(model.waiting.size());
        if (snapshot.history() != null) {
            List<Point> points = snapshot.history().points();
            Point now = points.get(points.size() - 1);
            assertThat(now.carriedOn().mostOpen()).isEqualTo(inAll());
            assertThat(now.carriedOn().mostWaiting()).isEqualTo(model.waiting.size());
            assertThat(now.requests()).isEqualTo(snapshot.counters().requests());
        }
        long created = 0;
        for (OriginSnapshot of : snapshot.origins()) {
            assertThat(of.busy()).isEqualTo(model.busy(of.origin()));
            assertThat(of.free()).isEqualTo(model.free(of.origin()));
            assertThat(of.free()).isLessThanOrEqualTo(limits.of(of.origin()).maxFreeSockets);
            assertThat(of.waiting()).isEqualTo(model.waiting(of.origin()));
            assertThat(of.names()).isEqualTo(model.namesInUse(of.origin()).size());
            assertThat(of.counters().created() - of.counters().destroyed())
                    .isEqualTo(model.live.stream()
                            .filter(r -> r.connection.name().origin().equals(of.origin()))
                            .count());
            created += of.counters().created();
        }
        assertThat(created).isEqualTo(snapshot.counters().created());
    }

    /** No wake-up is lost, and no slot lies idle while somebody waits for it. */
    private void nobodyWaitsForNothing() {
        for (FuzzCaller caller : model.waiting) {
            Origin origin = caller.name.origin();
            boolean room = model.busy(origin) < limits.of(origin).maxSockets
                    && model.holding.size() < limits.maxTotalSockets();
            assertThat(room).as("room for %s", caller).isFalse();
            assertThat(model.freeOf(caller.name)).as("free for %s", caller).isEmpty();
        }
    }

    private void everyNameIsOne() {
        Map<Name, NameState> states = new HashMap<>();
        for (FuzzCaller caller : model.waiting) {
            isOne(states, caller.name, caller.waiter.state);
        }
        for (FuzzCaller caller : model.holding) {
            isOne(states, caller.name, caller.connection.state);
        }
        model.free.forEach((name, list) -> list.forEach(c -> isOne(states, name, c.state)));
    }

    private static void isOne(Map<Name, NameState> states, Name name, NameState state) {
        NameState other = states.putIfAbsent(name, state);
        assertThat(other == null || other == state).as("one state of %s", name).isTrue();
    }

    private int inAll() {
        return model.live.size()
                + (int) model.holding.stream().filter(FuzzCaller::isConnecting).count();
    }
}
