package io.kaagent.demo;

import java.util.ArrayList;
import java.util.List;

/** What the demo was expected to show, and whether it did. */
final class Picture {

    private final List<String> missing = new ArrayList<>();
    private int seen;

    void expect(boolean shown, String what) {
        if (shown) {
            seen++;
        } else {
            missing.add(what);
        }
    }

    /** Expects a count within bounds, both included. */
    void expect(int count, int least, int most, String what) {
        String bounds = least == most ? "" + least : least + " to " + most;
        expect(count >= least && count <= most, what + ": " + bounds + " expected, " + count + " seen");
    }

    /** Prints the result; true if nothing is missing. */
    boolean complete() {
        System.out.println();
        for (String what : missing) {
            System.out.println("NOT AS EXPECTED  " + what);
        }
        System.out.println(
                missing.isEmpty()
                        ? "All as expected (" + seen + " checks)."
                        : seen + " of " + (seen + missing.size()) + " checks as expected.");
        return missing.isEmpty();
    }
}
