package io.kaagent.it.child.raw;

import io.kaagent.it.child.origin.Manner;
import java.util.ArrayList;
import java.util.List;

/** The table while it is written. */
final class IdiomTable {
    private final List<IdiomCase> cases = new ArrayList<>();

    void add(String name, Connections connections, Pace pace, Idiom idiom, Manner... manners) {
        for (Manner manner : manners) {
            cases.add(new IdiomCase(name, manner, connections, pace, false, idiom));
        }
    }

    /** Its request may not have arrived when it has gone. */
    void hasty(String name, Connections connections, Pace pace, Idiom idiom, Manner manner) {
        cases.add(new IdiomCase(name, manner, connections, pace, true, idiom));
    }

    List<IdiomCase> cases() {
        return cases;
    }
}
