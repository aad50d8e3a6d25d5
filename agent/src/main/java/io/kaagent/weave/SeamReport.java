package io.kaagent.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of each seam. Written by the thread that installs the agent and, when another agent retransforms a class later, by
 * that agent's thread: hence thread-safe. Installing is judged by what it says, so a seam that silently hit nothing is seen.
 */
public final class SeamReport {
    private final List<Seam> wanted;
    private final List<Seam> woven = new ArrayList<Seam>();
    private final List<String> problems = new ArrayList<String>();

    SeamReport(List<Seam> wanted) {
        this.wanted = wanted;
    }

    public synchronized int woven() {
        return woven.size();
    }

    public int wanted() {
        return wanted.size();
    }

    public synchronized boolean complete() {
        return woven.size() == wanted.size();
    }

    /** Whether this seam is in place. */
    synchronized boolean has(Seam seam) {
        return woven.contains(seam);
    }

    /** Missing seams with what is known of them, in the order of the table; empty when complete. */
    public synchronized String missing() {
        StringBuilder text = new StringBuilder();
        for (Seam seam : wanted) {
            if (!woven.contains(seam)) {
                text.append(text.length() == 0 ? "" : ", ").append(seam);
            }
        }
        for (String problem : problems) {
            text.append("; ").append(problem);
        }
        return text.toString();
    }

    synchronized void wove(Seam seam) {
        if (!woven.contains(seam)) {
            woven.add(seam);
        }
    }

    synchronized void problem(String where, Throwable e) {
        problems.add(where + ": " + e);
    }
}
