package io.kaagent.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Scene 1: more requests than the server can take, for six seconds, once for each {@link Variant}. */
final class ScenarioScene {

    /** The limits that all runs with the agent share. */
    static final String[] LIMITS = {"maxSockets=5", "maxFreeSockets=5"};

    private static final int BATCH = 20;
    private static final int SEND_MILLIS = 6000;
    private static final int EVERY_MILLIS = 500;
    private static final int ALL = BATCH * (1 + SEND_MILLIS / EVERY_MILLIS);

    /** A look is taken when a batch has just gone out; the answers of the second come a little later. */
    private static final int AFTER_BATCH_MILLIS = 5;

    private final Stage stage;
    private final Picture picture;
    private final Report report;

    /** @param report of the run with the agent */
    ScenarioScene(Stage stage, Picture picture, Report report) {
        this.stage = stage;
        this.picture = picture;
        this.report = report;
    }

    void play() {
        System.out.println("Scene 1. A server that answers after one second; a client that sends 20 requests every");
        System.out.println("500 ms for 6 s, one thread each, with HttpURLConnection.");
        Map<Variant, Sample> last = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            last.put(variant, run(variant));
        }
        sideBySide(last);
        expect(last);
    }

    private Sample run(Variant variant) {
        String[] options = options(variant);
        variant.announce(options);
        Child server = stage.server(variant, "delay=1000");
        Child client = stage.client(
                variant,
                Collections.emptyList(),
                options,
                ScenarioClient.class,
                "http://127.0.0.1:" + server.expect("port ") + "/",
                "" + BATCH,
                "" + EVERY_MILLIS,
                "" + SEND_MILLIS);
        Table table = new Table(8, 10);
        table.row("t", "sent", "answered", "busy", "free", "queued", "opened");
        try (Run run = new Run(server, client)) {
            Sample sample = null;
            for (int t = EVERY_MILLIS; t <= SEND_MILLIS; t += EVERY_MILLIS) {
                sample = run.settled(t + AFTER_BATCH_MILLIS, BATCH * (1 + t / EVERY_MILLIS));
                table.row(
                        Table.seconds(sample.millis()),
                        sample.sent(),
                        sample.answered(),
                        sample.busy(),
                        sample.free(),
                        sample.queued(),
                        sample.opened());
            }
            if (variant == Variant.WITH) {
                int arrived = sample.answered() + sample.busy();
                expectReport(sample, arrived, run.endClient());
            }
            return sample;
        }
    }

    /** Requests that came to the server while the client ended may be in the report, or not. */
    private void expectReport(Sample last, int arrived, int arrivedInTheEnd) {
        picture.expect(report.isThere(), "scene 1, the report: a file, " + report);
        picture.expect(
                report.number("created"), last.opened(), last.opened(), "scene 1, the report, connections opened");
        picture.expect(report.number("open"), last.peak(), last.peak(), "scene 1, the report, connections open");
        picture.expect(report.number("requests"), arrived, arrivedInTheEnd, "scene 1, the report, requests");
    }

    private String[] options(Variant variant) {
        return variant == Variant.WITH ? new String[] {LIMITS[0], LIMITS[1], report.option()} : LIMITS;
    }

    private static void sideBySide(Map<Variant, Sample> last) {
        System.out.println();
        Table table = new Table(-27, 17);
        List<Object> head = new ArrayList<>();
        head.add("after 6 s");
        for (Variant variant : last.keySet()) {
            head.add(variant.title());
        }
        table.row(head.toArray());
        row(table, last, "requests sent", Sample::sent);
        row(table, last, "answered", Sample::answered);
        row(table, last, "connections opened in all", Sample::opened);
        row(table, last, "open at once, at most", Sample::peak);
        row(table, last, "busy", Sample::busy);
        row(table, last, "free", Sample::free);
        row(table, last, "queued in the client", Sample::queued);
    }

    private static void row(Table table, Map<Variant, Sample> last, String what, ToIntFunction<Sample> count) {
        List<Object> cells = new ArrayList<>();
        cells.add(what);
        for (Sample sample : last.values()) {
            cells.add(count.applyAsInt(sample));
        }
        table.row(cells.toArray());
    }

    private void expect(Map<Variant, Sample> last) {
        for (Map.Entry<Variant, Sample> entry : last.entrySet()) {
            String title = "scene 1, " + entry.getKey().title() + ", ";
            Sample sample = entry.getValue();
            picture.expect(sample.sent(), ALL, ALL, title + "requests sent");
            if (entry.getKey() == Variant.WITHOUT) {
                // The JDK keeps five for reuse as well; how many more it opens depends on who comes first.
                picture.expect(sample.opened(), 2 * BATCH + 1, ALL, title + "connections opened");
                picture.expect(sample.peak(), 2 * BATCH, ALL, title + "connections open at once");
                continue;
            }
            picture.expect(sample.opened(), 5, 5, title + "connections opened");
            picture.expect(sample.peak(), 5, 5, title + "connections open at once");
            // 25, or 5 more or less if the look was late or the first answers were.
            picture.expect(sample.answered(), 20, 30, title + "requests answered");
            picture.expect(sample.queued(), 225, 235, title + "requests queued");
        }
    }
}
