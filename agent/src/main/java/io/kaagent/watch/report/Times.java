package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.maps;
import static io.kaagent.watch.Json.number;

import io.kaagent.watch.Figures;
import java.util.List;
import java.util.Map;

/** How long callers waited, connecting and handshakes took, connections lived, and how many requests each carried: how many of each range. */
final class Times implements Section {
    private static final String[][] TITLES = {
        {"waitNanos", "Waiting for a connection", "callers that had to wait and got one"},
        {"connectNanos", "Connecting", "connections, look-up of the name included, TLS not"},
        {"handshakeNanos", "TLS handshakes", "first handshakes of connections"},
        {"ageNanos", "Age of connections", "connections that have ended"},
        {"requestsPerConnection", "Requests per connection", "connections that have ended"}
    };

    @Override
    public void add(Markup page, Map<?, ?> report) {
        Map<?, ?> ranges = map(report, "ranges");
        Map<?, ?> total = map(report, "total");
        if (ranges.isEmpty() || number(total, "created") == 0) {
            return;
        }
        page.open("section").element("h2", "How long, how many").open("div", "class", "cards");
        StringBuilder none = new StringBuilder();
        for (String[] title : TITLES) {
            List<Map<?, ?>> of = maps(ranges, title[0]);
            if (of.isEmpty()) {
                none.append(none.length() == 0 ? "None: " : ", ").append(title[1]);
            } else {
                card(page, title, map(total, title[0]), of);
            }
        }
        page.close();
        if (none.length() > 0) {
            page.element("p", none.append('.').toString(), "class", "empty");
        }
        page.close();
    }

    private static void card(Markup page, String[] title, Map<?, ?> histogram, List<Map<?, ?>> ranges) {
        boolean isTime = title[0].endsWith("Nanos");
        page.open("figure").element("figcaption", title[1]).open("p");
        page.number(title[0], number(histogram, "count")).text(" " + title[2] + "; ");
        page.text(inBrief(histogram, isTime)).close();
        bars(page, ranges, isTime);
        page.close();
    }

    private static String inBrief(Map<?, ?> histogram, boolean isTime) {
        long mean = number(histogram, "sum") / Math.max(1, number(histogram, "count"));
        return "on average " + shown(mean, isTime) + ", at most " + shown(number(histogram, "max"), isTime);
    }

    private static String shown(long value, boolean isTime) {
        return isTime ? Figures.time(value) : Figures.count(value);
    }

    private static void bars(Markup page, List<Map<?, ?>> ranges, boolean isTime) {
        long most = 0;
        for (Map<?, ?> range : ranges) {
            most = Math.max(most, number(range, "count"));
        }
        page.open("div", "class", "bars narrow");
        for (Map<?, ?> range : ranges) {
            page.open("div", "class", "row").element("div", label(range, isTime), "class", "what");
            Bar.draw(page, number(range, "count"), most, "made");
            page.open("div", "class", "count")
                    .number(number(range, "count"))
                    .close()
                    .close();
        }
        page.close();
    }

    /** {@code up to 1 ms}, {@code 1 to 2 ms}, {@code over 100 s}; {@code 3 to 5} for numbers, of which there is none between 2 and 3. */
    private static String label(Map<?, ?> range, boolean isTime) {
        long after = number(range, "after");
        if (range.get("upTo") == null) {
            return "over " + bound(after, isTime);
        }
        long upTo = number(range, "upTo");
        if (after == 0 || !isTime && after + 1 == upTo) {
            return (after == 0 ? "up to " : "") + bound(upTo, isTime);
        }
        String from = bound(isTime ? after : after + 1, isTime);
        String to = bound(upTo, isTime);
        return (isTime && unit(from).equals(unit(to))
                        ? from.substring(0, from.length() - unit(from).length())
                        : from) + " to " + to;
    }

    /** {@code  ms}, with the space before it. */
    private static String unit(String time) {
        return time.substring(time.lastIndexOf(' '));
    }

    private static String bound(long bound, boolean isTime) {
        if (!isTime) {
            return Figures.count(bound);
        }
        long micros = bound / 1000;
        if (micros < 1000) {
            return "0." + micros / 100 + " ms";
        }
        return micros < 1000000 ? micros / 1000 + " ms" : Figures.count(micros / 1000000) + " s";
    }
}
