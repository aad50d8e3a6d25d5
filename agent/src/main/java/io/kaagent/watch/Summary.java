package io.kaagent.watch;

import io.kaagent.pool.Counters;
import io.kaagent.pool.Histogram;
import io.kaagent.pool.Snapshot;

/** What pooling was good for, in a line. */
public final class Summary {
    private Summary() {}

    /** @param failures of the agent */
    public static String of(Snapshot snapshot, int failures) {
        Counters all = snapshot.counters();
        Saved saved = new Saved(snapshot);
        StringBuilder text = new StringBuilder(200);
        text.append(Figures.count(all.requests(), "request"));
        text.append(" over ").append(Figures.count(all.created(), "connection"));
        text.append(" to ").append(Figures.count(snapshot.originsUsed(), "origin"));
        text.append("; ")
                .append(Figures.percent(saved.connects, all.requests()))
                .append(" reused");
        text.append("; saved ").append(Figures.count(saved.connects, "connect"));
        if (snapshot.secureCounters().created() > 0) {
            text.append(" and ").append(Figures.count(saved.handshakes, "TLS handshake"));
        }
        text.append(", about ").append(Figures.time(saved.nanos));
        appendWaits(text, all);
        text.append("; ").append(Figures.count(all.resent())).append(" sent again, ");
        text.append(Figures.count(all.leaked())).append(" leaked, ");
        text.append(Figures.count(failures, "failure")).append(" of the agent");
        return text.toString();
    }

    private static void appendWaits(StringBuilder text, Counters all) {
        Histogram waits = all.waiting();
        text.append("; ").append(Figures.count(waits.count())).append(" waited");
        if (waits.count() > 0) {
            text.append(", ").append(Figures.time(waits.sum())).append(" in all");
        }
        if (all.takeTimeouts() > 0) {
            text.append(", ").append(Figures.count(all.takeTimeouts())).append(" in vain");
        }
        if (all.queueFull() > 0) {
            text.append(", ").append(Figures.count(all.queueFull())).append(" turned away");
        }
    }
}
