package io.kaagent.watch;

import io.kaagent.pool.Counters;
import io.kaagent.pool.Histogram;
import io.kaagent.pool.History;
import io.kaagent.pool.Point;
import io.kaagent.pool.Snapshot;
import java.util.List;

/**
 * What the report shows besides the state, as JSON: how things came to it over time, how often which times were seen, and what was saved. Not part of the
 * state, which is for scripts to read.
 */
public final class ReportJson {
    private ReportJson() {}

    /** @param snapshot null if nothing is pooled */
    public static String text(Snapshot snapshot) {
        JsonText json = new JsonText().open('{');
        if (snapshot != null) {
            Saved saved = new Saved(snapshot);
            json.key("originsUsed").value(snapshot.originsUsed());
            json.key("saved").open('{').key("connects").value(saved.connects);
            json.key("handshakes").value(saved.handshakes).key("nanos").value(saved.nanos);
            json.close('}');
            ranges(json, snapshot.counters());
            if (snapshot.history() != null) {
                add(json, snapshot.history());
            }
        }
        return json.close('}').toString();
    }

    private static void add(JsonText json, History history) {
        List<Point> points = history.points();
        json.key("history").open('{');
        json.key("spanMillis").value(history.spanNanos() / 1000000);
        json.key("lengthMillis").value(history.lengthNanos() / 1000000);
        for (Line line : Line.values()) {
            json.key(line.key).open('[');
            for (Point point : points) {
                json.value(line.of(point));
            }
            json.close(']');
        }
        json.close('}');
    }

    private static void ranges(JsonText json, Counters counters) {
        json.key("ranges").open('{');
        ranges(json, "waitNanos", counters.waiting());
        ranges(json, "connectNanos", counters.connecting());
        ranges(json, "handshakeNanos", counters.handshakes());
        ranges(json, "ageNanos", counters.ages());
        ranges(json, "requestsPerConnection", counters.requestsPerConnection());
        json.close('}');
    }

    /** From the first to the last that has any; where they end, and how many are in it. The last one of all has no end. */
    private static void ranges(JsonText json, String key, Histogram histogram) {
        int last = histogram.ranges() - 1;
        while (last >= 0 && histogram.count(last) == 0) {
            last--;
        }
        int first = 0;
        while (first < last && histogram.count(first) == 0) {
            first++;
        }
        json.key(key).open('[');
        for (int i = first; i <= last; i++) {
            json.open('{').key("after").value(i == 0 ? 0 : histogram.upperBound(i - 1));
            json.key("upTo");
            if (i == histogram.ranges() - 1) {
                json.value((String) null);
            } else {
                json.value(histogram.upperBound(i));
            }
            json.key("count").value(histogram.count(i)).close('}');
        }
        json.close(']');
    }

    /** What is told of each point. */
    private enum Line {
        BUSY("busy"),
        OPEN("open"),
        WAITING("waiting"),
        REQUESTS("requests"),
        CREATED("created"),
        DESTROYED("destroyed");

        private final String key;

        Line(String key) {
            this.key = key;
        }

        long of(Point point) {
            switch (this) {
                case BUSY:
                    return point.mostBusy();
                case OPEN:
                    return point.mostOpen();
                case WAITING:
                    return point.mostWaiting();
                case REQUESTS:
                    return point.requests();
                case CREATED:
                    return point.created();
                default:
                    return point.destroyed();
            }
        }
    }
}
