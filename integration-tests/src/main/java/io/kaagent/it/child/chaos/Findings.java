package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of all requests. Thread-safe. */
final class Findings {
    private static final int MOST_TOLD = 10;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<Place, Integer> failuresAt = new EnumMap<>(Place.class);
    private int wrongs;
    private int cutOff;
    private int failed;
    private int sent;

    synchronized void begun() {
        sent++;
    }

    synchronized void wrong(String what) {
        wrongs++;
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    /** An answer ended too early, and the client took it for whole. */
    synchronized void cutOff() {
        cutOff++;
    }

    synchronized void failed(Plan plan, Exception e) {
        failed++;
        failures.merge(plan.kind + " " + e.getClass().getName(), 1, Integer::sum);
        failuresAt.merge(plan.place, 1, Integer::sum);
    }

    /** {@code failures}: a line for each kind and type of exception, such as {@code RAW java.io.EOFException 12}; {@code failuresAt}: {@code FAULTY 9}. */
    synchronized Message toMessage() {
        return Control.ok()
                .with("sent", sent)
                .with("wrong", String.join("\n", wrong))
                .with("wrongs", wrongs)
                .with("cutOff", cutOff)
                .with("failed", failed)
                .with("failures", lines(failures))
                .with("failuresAt", lines(failuresAt));
    }

    private static String lines(Map<?, Integer> counts) {
        List<String> lines = new ArrayList<>();
        counts.forEach((what, count) -> lines.add(what + " " + count));
        return String.join("\n", lines);
    }
}
