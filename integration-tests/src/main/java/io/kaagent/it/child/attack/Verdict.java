package io.kaagent.it.child.attack;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of all attempts. */
final class Verdict {
    private static final int MOST_TOLD = 10;

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Something happened that must not. */
    synchronized void wrong(String what) {
        count("wrong");
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    synchronized Message toMessage() {
        return Control.ok().with("wrong", String.join("\n", wrong)).with("counts", counts);
    }
}
