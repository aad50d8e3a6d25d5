package io.kaagent.watch;

import io.kaagent.pool.Counters;
import io.kaagent.pool.Histogram;
import io.kaagent.pool.Reason;

/** What was counted, of one origin or in all, as members of a JSON object. Times are in nanoseconds. */
final class CountersJson {
    private CountersJson() {}

    static void add(JsonText json, Counters counters) {
        json.key("requests").value(counters.requests());
        json.key("created").value(counters.created());
        json.key("reusedPercent");
        if (counters.requests() == 0) {
            json.value((String) null);
        } else {
            json.value(reusedPercent(counters.requests(), counters.created()));
        }
        json.key("reused").value(counters.reused());
        json.key("handedOff").value(counters.handedOff());
        json.key("served").value(counters.served());
        json.key("reopened").value(counters.reopened());
        json.key("resent").value(counters.resent());
        json.key("leaked").value(counters.leaked());
        json.key("connectFailures").value(counters.connectFailures());
        json.key("takeTimeouts").value(counters.takeTimeouts());
        json.key("queueFull").value(counters.queueFull());
        json.key("destroyed").value(counters.destroyed());
        json.key("destroyedBecause").open('{');
        for (Reason reason : Reason.values()) {
            json.key(camelCase(reason.name())).value(counters.destroyed(reason));
        }
        json.close('}');
        add(json, "waitNanos", counters.waiting());
        add(json, "connectNanos", counters.connecting());
        add(json, "handshakeNanos", counters.handshakes());
        add(json, "ageNanos", counters.ages());
        add(json, "requestsPerConnection", counters.requestsPerConnection());
    }

    /**
     * The share of requests for which no connection was opened, with one decimal, rounded down: 100 would mean that none was ever
     * opened. Connections that were opened and not used count against it; it is never below zero.
     *
     * @param requests at least 1
     */
    static double reusedPercent(long requests, long created) {
        return Math.floor(Math.max(0, requests - created) * 1000.0 / requests) / 10;
    }

    private static void add(JsonText json, String key, Histogram histogram) {
        json.key(key).open('{');
        json.key("count").value(histogram.count());
        json.key("sum").value(histogram.sum());
        json.key("max").value(histogram.max());
        json.key("p50").value(histogram.quantile(0.5));
        json.key("p99").value(histogram.quantile(0.99));
        json.close('}');
    }

    /** {@code NOT_QUIET} is {@code notQuiet}. */
    static String camelCase(String constant) {
        StringBuilder camel = new StringBuilder(constant.length());
        boolean upper = false;
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                camel.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return camel.toString();
    }
}
