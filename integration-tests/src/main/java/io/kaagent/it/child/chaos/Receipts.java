package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Which requests came whole, and how often. Thread-safe. */
final class Receipts {
    private static final int MOST_TOLD = 10;

    private final Map<Integer, Integer> times = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    void connected() {
        connections.incrementAndGet();
    }

    synchronized void came(Plan plan) {
        times.merge(plan.number, 1, Integer::sum);
    }

    /** Something came that nobody has sent. */
    synchronized void wrong(String what) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    /**
     * {@code repeated}: how many that are not idempotent came more than once, by kind, as {@code URL=3,RAW=0}; {@code most}: how often the most
     * frequent one came.
     */
    synchronized Message toMessage(long seed) {
        Map<Kind, Integer> repeated = new TreeMap<>();
        int most = 0;
        for (Kind kind : Kind.values()) {
            repeated.put(kind, 0);
        }
        for (Map.Entry<Integer, Integer> each : times.entrySet()) {
            Plan plan = Plan.of(seed, each.getKey());
            most = Math.max(most, each.getValue());
            if (each.getValue() > 1 && !plan.isIdempotent()) {
                repeated.merge(plan.kind, 1, Integer::sum);
            }
        }
        StringJoiner text = new StringJoiner(",");
        repeated.forEach((kind, count) -> text.add(kind + "=" + count));
        return new Message("receipts")
                .with("requests", times.size())
                .with("connections", connections.get())
                .with("repeated", text)
                .with("most", most)
                .with("wrong", String.join("\n", wrong));
    }
}
