package io.kaagent.watch;

import io.kaagent.pool.Counters;
import io.kaagent.pool.Histogram;
import io.kaagent.pool.Snapshot;

/**
 * What pooling was good for, in a line. Saved is what a connection for each request would have cost in addition: as many connects, and over TLS
 * handshakes, as there were requests beyond the connections that were opened, each as long as they took on average.
 */
public final class Summary {
    private Summary() {}

    /** @param failures of the agent */
    public static String of(Snapshot snapshot, int failures) {
        Counters all = snapshot.counters();
        long saved = saved(all);
        StringBuilder text = new StringBuilder(200);
        text.append(Figures.count(all.requests(), "request"));
        text.append(" over ").append(Figures.count(all.created(), "connection"));
        text.append(" to ").append(Figures.count(snapshot.originsUsed(), "origin"));
        text.append("; ").append(Figures.percent(saved, all.requests())).append(" reused");
        appendSaved(text, saved, all, snapshot.secureCounters());
        appendWaits(text, all);
        text.append("; ").append(Figures.count(all.resent())).append(" sent again, ");
        text.append(Figures.count(all.leaked())).append(" leaked, ");
        text.append(Figures.count(failures, "failure")).append(" of the agent");
        return text.toString();
    }

    private static void appendSaved(StringBuilder text, long saved, Counters all, Counters secure) {
        long handshakes = saved(secure);
        text.append("; saved ").append(Figures.count(saved, "connect"));
        if (secure.created() > 0) {
            text.append(" and ").append(Figures.count(handshakes, "TLS handshake"));
        }
        double nanos = saved * all.connecting().mean()
                + handshakes * secure.handshakes().mean();
        text.append(", about ").append(Figures.time((long) nanos));
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

    private static long saved(Counters counters) {
        return Math.max(0, counters.requests() - counters.created());
    }
}
