package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.numbers;

import io.kaagent.watch.Figures;
import java.util.Map;

/** What the pool looked like from its first connection on: of all origins together. */
final class OverTime implements Section {
    @Override
    public void add(Markup page, Map<?, ?> report) {
        Map<?, ?> history = map(report, "history");
        int points = numbers(history, "open").length;
        if (points == 0) {
            return;
        }
        long length = number(history, "lengthMillis");
        Stretch time = new Stretch(points * length);
        Chart chart = new Chart(page, time, length);
        page.open("section").element("h2", "Over time");
        page.element(
                "p",
                "All origins together, for " + Stretch.shown(number(history, "spanMillis"))
                        + " since the first connection. " + sentence(Stretch.shown(length)));
        page.open("div", "class", "charts");
        connections(chart, history);
        waiting(page, chart, history);
        requests(chart, history);
        page.close();
        table(page, history, time);
        page.close();
    }

    private static String sentence(String step) {
        return "A step is " + step
                + ". Drawn is the most that was open, in use or waiting at once during it, however short that was.";
    }

    private static void connections(Chart chart, Map<?, ?> history) {
        long[] open = numbers(history, "open");
        long[] busy = numbers(history, "busy");
        long mostOpen = Steps.greatest(open);
        long mostBusy = Steps.greatest(busy);
        chart.draw(
                "Connections",
                "Connections over time: at most " + mostOpen + " open, at most " + mostBusy + " in use",
                new Chart.Area("open", open, "open, in use or free: at most " + Figures.count(mostOpen)),
                new Chart.Area("busy", busy, "in use: at most " + Figures.count(mostBusy)));
    }

    private static void waiting(Markup page, Chart chart, Map<?, ?> history) {
        long[] waiting = numbers(history, "waiting");
        long most = Steps.greatest(waiting);
        if (most == 0) {
            page.open("figure").element("figcaption", "Callers waiting for a connection");
            page.element("p", "Nobody ever had to wait.", "class", "empty").close();
            return;
        }
        chart.draw(
                "Callers waiting for a connection",
                "Callers that wait over time: at most " + most,
                new Chart.Area("wait", waiting, "waiting: at most " + Figures.count(most)));
    }

    private static void requests(Chart chart, Map<?, ?> history) {
        long[] requests = increments(numbers(history, "requests"));
        long[] created = increments(numbers(history, "created"));
        long sent = sum(requests);
        long opened = sum(created);
        chart.draw(
                "Requests, and connections opened for them, in " + chart.step(),
                "Requests over time: " + sent + " in all, and connections opened: " + opened,
                new Chart.Area("sent", requests, "requests: " + Figures.count(sent) + " in all"),
                new Chart.Area("made", created, "connections opened: " + Figures.count(opened) + " in all"));
    }

    private static void table(Markup page, Map<?, ?> history, Stretch time) {
        page.open("details").element("summary", "The same in numbers");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Over time in numbers");
        page.open("table").open("thead").open("tr");
        for (String title : new String[] {"from", "open", "in use", "waiting", "requests", "opened", "ended"}) {
            page.element("th", title.equals("from") ? title + ", " + time.units : title, "scope", "col");
        }
        page.close().close().open("tbody");
        long[][] columns = {
            numbers(history, "open"),
            numbers(history, "busy"),
            numbers(history, "waiting"),
            increments(numbers(history, "requests")),
            increments(numbers(history, "created")),
            increments(numbers(history, "destroyed"))
        };
        for (int i = 0; i < columns[0].length; i++) {
            page.open("tr").element("th", at(i * number(history, "lengthMillis"), time), "scope", "row");
            for (long[] column : columns) {
                page.element("td", Figures.count(i < column.length ? column[i] : 0));
            }
            page.close();
        }
        page.close().close().close().close();
    }

    /** With a decimal, where there is one. */
    private static String at(long millis, Stretch time) {
        long tenths = millis * 10 / time.unit;
        return Figures.count(tenths / 10)
                + (time.millis % (time.unit * 10) == 0 || tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    private static long[] increments(long[] counted) {
        long[] more = new long[counted.length];
        for (int i = 0; i < counted.length; i++) {
            more[i] = counted[i] - (i == 0 ? 0 : counted[i - 1]);
        }
        return more;
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
