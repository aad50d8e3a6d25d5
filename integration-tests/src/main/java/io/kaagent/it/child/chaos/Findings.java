package io.kaagent.it.child.chaos;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of all requests. Thread-safe. */
final class Findings {
    private static final int MOST_TOLD = 10;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private int wrongs;
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

    synchronized void failed(Plan plan, Exception e) {
        failed++;
        failures.merge(plan.kind + " " + e.getClass().getName(), 1, Integer::sum);
    }

    /** {@code failures}: a line for each kind and type of exception, such as {@code RAW java.io.EOFException 12}. */
    synchronized Message toMessage() {
        List<String> lines = new ArrayList<>();
        failures.forEach((what, count) -> lines.add(what + " " + count));
        return Control.ok()
                .with("sent", sent)
                .with("wrong", String.join("\n", wrong))
                .with("wrongs", wrongs)
                .with("failed", failed)
                .with("failures", String.join("\n", lines));
    }
}
