package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.maps;
import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.text;

import io.kaagent.watch.Figures;
import io.kaagent.watch.OriginName;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Each origin in a row, the busiest first; those that would make the page too long are one row, which the total less the others is. */
final class Origins implements Section {
    private static final int MOST = 50;

    @Override
    public void add(Markup page, Map<?, ?> report) {
        List<Map<?, ?>> origins = maps(report, "origins");
        if (origins.isEmpty()) {
            return;
        }
        Collections.sort(origins, new Busiest());
        List<Map<?, ?>> shown = origins.subList(0, Math.min(MOST, origins.size()));
        page.open("section").element("h2", "Origins");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Origins");
        page.open("table", "class", "origins").open("thead").open("tr");
        page.element("th", "origin", "scope", "col");
        for (Column column : Column.values()) {
            page.element("th", column.title, "scope", "col");
        }
        page.element("th", "connect, ms", "scope", "col").element("th", "ended, and why", "scope", "col");
        page.close().close().open("tbody");
        for (Map<?, ?> origin : shown) {
            row(page, OriginName.shown(text(origin, "origin")), origin);
        }
        others(page, map(report, "total"), shown, origins.size() - shown.size());
        page.close().open("tfoot");
        row(page, "total", map(report, "total"));
        page.close().close().close();
        notes(page);
        page.close();
    }

    private static void row(Markup page, String name, Map<?, ?> of) {
        page.open("tr").element("th", name, "scope", "row");
        for (Column column : Column.values()) {
            page.open("td").text(column.of(of)).close();
        }
        Map<?, ?> connects = map(of, "connectNanos");
        page.element(
                "td",
                number(connects, "count") == 0
                        ? "-"
                        : millis(number(connects, "p50")) + " / " + millis(number(connects, "p99")));
        ended(page, new Ended(map(of, "destroyedBecause")), number(of, "destroyed"));
        page.close();
    }

    /** Those that are not shown, and those that were forgotten since, because there were too many of them. */
    private static void others(Markup page, Map<?, ?> total, List<Map<?, ?>> shown, int count) {
        Ended because = new Ended(map(total, "destroyedBecause"));
        long ended = number(total, "destroyed");
        for (Map<?, ?> origin : shown) {
            because.subtract(map(origin, "destroyedBecause"));
            ended -= number(origin, "destroyed");
        }
        long requests = Column.REQUESTS.rest(total, shown);
        if (count == 0 && requests == 0 && ended == 0) {
            return;
        }
        String name = count == 0 ? "others, forgotten since" : Figures.count(count, "other origin");
        page.open("tr", "class", "others").element("th", name, "scope", "row");
        for (Column column : Column.values()) {
            page.element("td", column.isSum ? Figures.count(column.rest(total, shown)) : "");
        }
        page.element("td", "");
        ended(page, because, ended);
        page.close();
    }

    private static void ended(Markup page, Ended because, long count) {
        page.open("td", "class", "why")
                .element("span", Figures.count(count) + (count == 0 ? "" : ": " + because.words()));
        because.bar(page, "small");
        page.close();
    }

    private static void notes(Markup page) {
        page.element(
                "p",
                "Connect: half of them took no longer than the first number, 99 of 100 no longer than the second. Bars have"
                        + " the colours of \"Why connections ended\".");
    }

    /** One decimal below ten. */
    private static String millis(long nanos) {
        long tenths = (nanos + 50000) / 100000;
        return tenths < 100 ? tenths / 10 + "." + tenths % 10 : Figures.count((tenths + 5) / 10);
    }

    private enum Column {
        REQUESTS("requests", "requests", true),
        CREATED("created", "opened", true),
        REUSED("reusedPercent", "reused, %", false),
        BUSY("busy", "in use", true),
        FREE("free", "free", true),
        WAITING("waiting", "waiting", true),
        LIMIT("maxSockets", "limit", false),
        WAITED("waited", "waited", true),
        TIMEOUTS("takeTimeouts", "in vain", true);

        private final String key;
        private final String title;
        private final boolean isSum;

        Column(String key, String title, boolean isSum) {
            this.key = key;
            this.title = title;
            this.isSum = isSum;
        }

        String of(Map<?, ?> counted) {
            if (isSum) {
                return Figures.count(count(counted));
            }
            String text = text(counted, key);
            return !text.isEmpty() ? text : this == LIMIT && counted.containsKey("origin") ? "Infinity" : "-";
        }

        long rest(Map<?, ?> total, List<Map<?, ?>> shown) {
            long rest = count(total);
            for (Map<?, ?> origin : shown) {
                rest -= count(origin);
            }
            return rest;
        }

        private long count(Map<?, ?> counted) {
            return this == WAITED ? number(map(counted, "waitNanos"), "count") : number(counted, key);
        }
    }

    private static final class Busiest implements Comparator<Map<?, ?>> {
        @Override
        public int compare(Map<?, ?> one, Map<?, ?> other) {
            int order = Long.compare(number(other, "requests"), number(one, "requests"));
            return order != 0 ? order : text(one, "origin").compareTo(text(other, "origin"));
        }
    }
}
