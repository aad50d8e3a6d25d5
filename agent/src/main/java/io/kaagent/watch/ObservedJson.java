package io.kaagent.watch;

import io.kaagent.observe.Cause;
import io.kaagent.observe.Opener;
import io.kaagent.observe.OriginFigures;
import java.util.List;

/** What was observed, as a JSON object: in all, and of each origin. Of each cause that there was. */
final class ObservedJson {
    private ObservedJson() {}

    static void add(JsonText json, List<OriginFigures> origins) {
        json.open('{').key("total").open('{');
        long[] needed = new long[Cause.values().length];
        long requests = 0;
        long opened = 0;
        long spared = 0;
        long nanos = 0;
        int open = 0;
        for (OriginFigures origin : origins) {
            requests += origin.requests();
            opened += origin.opened();
            spared += origin.spared();
            nanos += origin.connectNanos();
            open += origin.open();
            for (Cause cause : Cause.values()) {
                needed[cause.ordinal()] += origin.needed(cause);
            }
        }
        add(json, requests, opened, spared, open, nanos, needed);
        json.close('}').key("origins").open('[');
        for (OriginFigures origin : origins) {
            add(json, origin);
        }
        json.close(']').close('}');
    }

    private static void add(JsonText json, OriginFigures origin) {
        long[] needed = new long[Cause.values().length];
        for (Cause cause : Cause.values()) {
            needed[cause.ordinal()] = origin.needed(cause);
        }
        json.open('{').key("origin").value(origin.origin());
        add(json, origin.requests(), origin.opened(), origin.spared(), origin.open(), origin.connectNanos(), needed);
        json.key("mostOpen").value(origin.mostOpen());
        json.key("openedBy").open('[');
        for (Opener opener : origin.openers()) {
            json.open('{').key("percent").value(Math.floor(opener.percent() * 10) / 10);
            json.key("stack").open('[');
            for (StackTraceElement frame : opener.frames()) {
                json.value(frame.toString());
            }
            json.close(']').close('}');
        }
        json.close(']').close('}');
    }

    private static void add(
            JsonText json, long requests, long opened, long spared, int open, long connectNanos, long[] needed) {
        json.key("requests").value(requests);
        json.key("opened").value(opened);
        json.key("spared").value(spared);
        json.key("open").value(open);
        json.key("connectNanos").value(connectNanos);
        json.key("neededBecause").open('{');
        for (Cause cause : Cause.values()) {
            if (needed[cause.ordinal()] > 0) {
                json.key(CountersJson.camelCase(cause.name())).value(needed[cause.ordinal()]);
            }
        }
        json.close('}');
    }
}
