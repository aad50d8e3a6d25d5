package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.text;

import io.kaagent.watch.Figures;
import io.kaagent.watch.Troubles;
import java.util.Map;

/** What to know at the first glance. */
final class KeyFigures implements Section {
    @Override
    public void add(Markup page, Map<?, ?> report) {
        Map<?, ?> total = map(report, "total");
        if (total.isEmpty()) {
            return;
        }
        page.open("section").element("h2", "In figures").open("dl", "class", "tiles");
        tile(page, "Requests", "requests", number(total, "requests"));
        note(page, "to " + Figures.count(number(report, "originsUsed"), "origin"));
        tile(page, "Connections opened", "created", number(total, "created"));
        now(page, total);
        page.open("div").element("dt", "Reused");
        String percent = text(total, "reusedPercent");
        page.element("dd", percent.isEmpty() ? "-" : percent + " %", "class", "figure");
        note(page, "of requests needed no connection of their own");
        saved(page, map(report, "saved"));
        waits(page, map(total, "waitNanos"));
        troubles(page, Troubles.of(total, number(report, "defects")));
        page.close().close();
    }

    private static void now(Markup page, Map<?, ?> total) {
        page.open("dd")
                .number("open", number(total, "busy") + number(total, "free"))
                .text(" open now: ");
        page.number("busy", number(total, "busy")).text(" in use, ");
        page.number("free", number(total, "free")).text(" free; ");
        page.number("waiting", number(total, "waiting"))
                .text(" waiting")
                .close()
                .close();
    }

    private static void saved(Markup page, Map<?, ?> saved) {
        tile(page, "Connects saved", "saved", number(saved, "connects"));
        long handshakes = number(saved, "handshakes");
        page.open("dd");
        if (handshakes > 0) {
            page.text("and ").number("savedHandshakes", handshakes).text(" TLS handshakes, ");
        }
        page.text("about " + Figures.time(number(saved, "nanos"))).close().close();
    }

    private static void waits(Markup page, Map<?, ?> waits) {
        tile(page, "Had to wait", "waited", number(waits, "count"));
        note(
                page,
                number(waits, "count") == 0
                        ? "for a connection"
                        : "for the connection they got: " + Figures.time(number(waits, "sum")) + " in all, the longest "
                                + Figures.time(number(waits, "max")));
    }

    private static void troubles(Markup page, String troubles) {
        page.open("div", "class", troubles.isEmpty() ? "" : "bad").element("dt", "Trouble");
        page.element("dd", troubles.isEmpty() ? "none" : troubles, "class", troubles.isEmpty() ? "figure" : "words");
        page.close();
    }

    private static void tile(Markup page, String title, String id, long number) {
        page.open("div").element("dt", title);
        page.open("dd", "class", "figure").number(id, number).close();
    }

    private static void note(Markup page, String note) {
        page.element("dd", note).close();
    }
}
