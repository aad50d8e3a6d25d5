package io.kaagent.weave;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of each seam. Installing is judged by what it says, so a seam that silently hit nothing is seen. Thread-safe.
 */
public final class SeamReport {
    static final String MANAGEMENT = "java/lang/management/ManagementFactory";

    private final List<Seam> wanted;
    private final List<Seam> woven = new ArrayList<Seam>();
    private final List<String> problems = new ArrayList<String>();
    private boolean managementWasLoaded;

    SeamReport(List<Seam> wanted) {
        this.wanted = wanted;
    }

    public synchronized int woven() {
        return woven.size();
    }

    public int wanted() {
        return wanted.size();
    }

    /** Whether every seam is in place that is needed. */
    public synchronized boolean complete() {
        for (Seam seam : wanted) {
            if (!seam.isOptional() && !woven.contains(seam)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every seam of raw TLS sockets is in place. */
    public synchronized boolean hasRawTlsSockets() {
        boolean any = false;
        for (Seam seam : wanted) {
            if (seam.owner().equals(Seams.SECURE)) {
                any = true;
                if (!woven.contains(seam)) {
                    return false;
                }
            }
        }
        return any;
    }

    /** Whether somebody may have the platform's MBean server already. */
    public synchronized boolean managementWasLoaded() {
        return managementWasLoaded;
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

    /** Before anything was woven. */
    synchronized void wasLoaded(String owner) {
        managementWasLoaded |= owner.equals(MANAGEMENT);
    }

    synchronized void wove(Seam seam) {
        if (!woven.contains(seam)) {
            woven.add(seam);
        }
    }

    /** None of them is in place after all. */
    synchronized void failed(Throwable e) {
        woven.clear();
        problem("redefining", e);
    }

    synchronized void problem(String where, Throwable e) {
        problems.add(where + ": " + e);
    }
}
