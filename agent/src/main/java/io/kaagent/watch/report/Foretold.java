package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;

import io.kaagent.watch.Figures;
import io.kaagent.watch.Observed;
import java.util.List;
import java.util.Map;

/** Where the agent only observes: what pooling would have done with the connections that the application opened. */
final class Foretold implements Section {
    private static final int MOST = 50;

    @Override
    public void add(Markup page, Map<?, ?> report) {
        Map<?, ?> observed = map(report, "observed");
        if (observed.isEmpty()) {
            return;
        }
        page.element(
                "p",
                "Nothing was pooled or changed: the agent looked on. This is what pooling would have done.",
                "class",
                "notice");
        Observed total = Observed.total(observed);
        page.open("section").element("h2", "In figures").open("dl", "class", "tiles");
        tile(page, "Requests", "observedRequests", total.requests(), "of HTTP/1.x");
        tile(page, "Connections opened", "opened", total.opened(), "by the application");
        tile(
                page,
                "Could have been spared",
                "spared",
                total.spared(),
                total.sparedPercent() + " %; connecting took " + Figures.time(total.connectNanos())
                        + " each, TLS not among it");
        page.close().close();
        origins(page, Observed.origins(observed), total);
    }

    private static void origins(Markup page, List<Observed> origins, Observed total) {
        if (origins.isEmpty()) {
            return;
        }
        page.open("section").element("h2", "Origins");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Origins");
        page.open("table", "class", "origins").open("thead").open("tr");
        for (String title :
                new String[] {"origin", "requests", "opened", "spared", "spared, %", "at once", "why not"}) {
            page.element("th", title, "scope", "col");
        }
        page.close().close().open("tbody");
        List<Observed> shown = origins.subList(0, Math.min(MOST, origins.size()));
        for (Observed origin : shown) {
            row(page, origin.name(), origin, Figures.count(origin.mostOpen()));
        }
        page.close().open("tfoot");
        row(page, "total", total, "");
        page.close().close().close();
        if (origins.size() > MOST) {
            page.element("p", Figures.count(origins.size() - MOST) + " more are in the total only.");
        }
        page.close();
        openers(page, shown);
    }

    private static void row(Markup page, String name, Observed of, String mostOpen) {
        page.open("tr").element("th", name, "scope", "row");
        page.element("td", Figures.count(of.requests())).element("td", Figures.count(of.opened()));
        page.element("td", Figures.count(of.spared())).open("td").element("span", of.sparedPercent());
        Bar.draw(page, of.spared(), of.opened(), "rule");
        page.close().element("td", mostOpen).element("td", join(of.notSpared()), "class", "why");
        page.close();
    }

    private static void openers(Markup page, List<Observed> origins) {
        page.open("section").element("h2", "Who opens them");
        page.open("dl");
        for (Observed origin : origins) {
            for (List<String> opener : origin.openers()) {
                page.element("dt", origin.name() + ": " + opener.get(0) + " %");
                page.open("dd");
                for (String frame : opener.subList(1, opener.size())) {
                    page.element("code", frame).empty("br");
                }
                page.close();
            }
        }
        page.close().close();
    }

    private static void tile(Markup page, String title, String id, long number, String note) {
        page.open("div").element("dt", title);
        page.open("dd", "class", "figure").number(id, number).close();
        page.element("dd", note).close();
    }

    private static String join(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(text.length() == 0 ? "" : ", ").append(word);
        }
        return text.toString();
    }
}
