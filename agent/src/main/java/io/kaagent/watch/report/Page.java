package io.kaagent.watch.report;

import static io.kaagent.watch.Json.text;

import io.kaagent.watch.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report as one page that needs nothing else: no script, no file, no network. */
public final class Page {
    /** Nothing is to be run or fetched by it, should something that came from outside find a way in after all. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final Section[] SECTIONS = {
        new Nothing(), new Foretold(), new KeyFigures(), new OverTime(), new Endings(), new Times(), new Origins()
    };

    private Page() {}

    /**
     * @param state what {@code StateJson} says
     * @param more what {@code ReportJson} says of the same moment
     * @param main the application's main class, or jar; empty if it is not known
     * @param pid likewise
     */
    public static String of(String state, String more, String main, String pid) {
        Map<Object, Object> report = new LinkedHashMap<Object, Object>((Map<?, ?>) JsonReader.read(state));
        report.putAll((Map<?, ?>) JsonReader.read(more));
        String name = main.isEmpty() ? "a JVM" : main;
        Markup page = new Markup().doctype().open("html", "lang", "en");
        head(page, "ka-agent: " + name + (pid.isEmpty() ? "" : " (" + pid + ")"));
        page.open("body").open("header");
        page.element(
                        "p",
                        report.containsKey("observed") ? "What ka-agent saw in" : "What ka-agent did in",
                        "class",
                        "over")
                .element("h1", name);
        page.element(
                "p",
                (pid.isEmpty() ? "" : "PID " + pid + ", ") + "JDK " + text(report, "jdk") + ", ka-agent "
                        + text(report, "agent") + ", as of " + Moments.shown(text(report, "time")));
        String options = text(report, "options");
        page.open("p").text("Options: ");
        page.element("code", options.isEmpty() ? "all at their defaults" : options)
                .close();
        page.close().open("main");
        for (Section section : SECTIONS) {
            section.add(page, report);
        }
        page.close().open("footer");
        page.element(
                "p",
                "Times are UTC. Connections in use are those that are being opened or closed as well. Counters begin"
                        + " with the agent; what threads did while this page was written is not in it.");
        return page.close().close().close().toString();
    }

    private static void head(Markup page, String title) {
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.empty("meta", "name", "color-scheme", "content", "light dark");
        page.element("title", title).style(Style.CSS).close();
    }
}
