package io.kaagent.watch.jmx;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Scheduling;
import io.kaagent.pool.Counters;
import io.kaagent.pool.Histogram;
import io.kaagent.pool.Origin;
import io.kaagent.pool.OriginSnapshot;
import io.kaagent.pool.Pool;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Snapshot;
import java.util.Map;
import java.util.TreeMap;

/** The state of the pool as a person reads it: first the whole, then each origin, by name. For one call. */
final class Dump {
    private static final String INDENT = "\n    ";

    private final StringBuilder text = new StringBuilder(1000);
    private final Controls controls;

    Dump(Controls controls) {
        this.controls = controls;
    }

    /** @param only null for all of the pool */
    String of(Pool pool, Origin only) {
        Snapshot now = pool.snapshot();
        Map<String, OriginSnapshot> origins = new TreeMap<String, OriginSnapshot>();
        for (OriginSnapshot each : now.origins()) {
            if (only == null || only.equals(each.origin())) {
                origins.put(each.origin().toString(), each);
            }
        }
        if (only == null) {
            whole(now);
        }
        for (OriginSnapshot each : origins.values()) {
            text.append(text.length() == 0 ? "" : "\n").append(each.origin());
            text.append(controls.isPooling(each.origin()) ? "" : " (not pooled)");
            connections(each.busy(), each.free(), each.waiting());
            counters(each.counters());
            options(controls.options(each.origin()));
        }
        return text.toString();
    }

    private void whole(Snapshot now) {
        text.append("ka-agent ").append(controls.version());
        text.append(controls.isPooling(null) ? ", pooling" : ", not pooling");
        text.append(", defects of the agent: ").append(controls.defects());
        connections(now.busy(), now.free(), now.waiting());
        counters(now.counters());
        options(controls.options(null));
        text.append(", maxTotalSockets=").append(shown(controls.maxTotalSockets()));
    }

    private void connections(int busy, int free, int waiting) {
        text.append(INDENT)
                .append("now: ")
                .append(busy)
                .append(" busy, ")
                .append(free)
                .append(" free, ");
        text.append(waiting).append(" waiting");
    }

    private void counters(Counters counted) {
        text.append(INDENT).append("requests: ").append(counted.requests());
        text.append(", resent ").append(counted.resent());
        text.append(INDENT).append("connections: opened ").append(counted.created());
        text.append(", reused ").append(counted.reused());
        text.append(", handed off ").append(counted.handedOff());
        text.append(", reopened ").append(counted.reopened());
        text.append(", given back ").append(counted.served());
        text.append(", leaked ").append(counted.leaked());
        text.append(", failed to open ").append(counted.connectFailures());
        text.append(INDENT).append("callers: timed out ").append(counted.takeTimeouts());
        text.append(", turned away ").append(counted.queueFull());
        times("waited", counted.waiting());
        times("connecting", counted.connecting());
        times("handshakes", counted.handshakes());
        reasons(counted);
    }

    private void times(String what, Histogram nanos) {
        if (nanos.count() > 0) {
            text.append(INDENT).append(what).append(": ").append(nanos.count()).append(" times, half within ");
            text.append(millis(nanos.quantile(0.5))).append(" ms, 99 % within ");
            text.append(millis(nanos.quantile(0.99))).append(" ms, at most ");
            text.append(millis(nanos.max())).append(" ms");
        }
    }

    private void reasons(Counters counted) {
        text.append(INDENT).append("closed: ").append(counted.destroyed());
        String before = " (";
        for (Reason reason : Reason.values()) {
            if (counted.destroyed(reason) > 0) {
                text.append(before).append(Reasons.nameOf(reason)).append(' ').append(counted.destroyed(reason));
                before = ", ";
            }
        }
        text.append(before.equals(", ") ? ")" : "");
    }

    private void options(OriginOptions options) {
        text.append(INDENT).append("options: maxSockets=").append(shown(options.maxSockets()));
        text.append(", maxFreeSockets=").append(shown(options.maxFreeSockets()));
        text.append(", maxPending=").append(shown(options.maxPending()));
        text.append(", timeout=").append(controls.idleMillis(options));
        text.append(", acquireTimeout=").append(options.acquireTimeoutMillis());
        text.append(", socketActiveTTL=").append(options.socketActiveTtlMillis());
        text.append(", scheduling=").append(options.scheduling() == Scheduling.FIFO ? "fifo" : "lifo");
        text.append(", keepAlive=").append(options.keepAlive());
    }

    private static String shown(int count) {
        return count == Integer.MAX_VALUE ? "Infinity" : Integer.toString(count);
    }

    /** One digit behind the point. */
    private static String millis(long nanos) {
        long tenths = (nanos + 50000) / 100000;
        return tenths / 10 + "." + tenths % 10;
    }
}
