package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Jdk;
import io.kaagent.benchmark.Restless;
import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Tells each row as it comes, and all of it in the end, what the agent loses first. */
final class Report {
    static final String AGAINST = "agent's rate over this";

    private static final List<String> MEASURES = Arrays.asList(
            "p50",
            "p99",
            "p99.9",
            "connections of 1000",
            "handshakes of 1000",
            "opened by the client's host, of 1000",
            "TIME_WAIT left, of 1000",
            "client CPU",
            "sidecar CPU");

    private final Results results = new Results("end-to-end", "Legacy clients, end to end");
    private final List<Figure> against = new ArrayList<>();
    private final Settings settings;
    private boolean right = true;

    Report(Settings settings) throws IOException {
        this.settings = settings;
        results.setting("JDK of clients and servers", new Jdk(settings.jdk).version);
        results.setting("windows", settings.rounds + " of " + settings.millis + " ms each");
    }

    void describe(Iterable<Way> ways) throws IOException {
        for (Way way : ways) {
            results.setting(way.told, way.settings());
        }
    }

    void describe(Restless restless) {
        results.setting(
                "processors at rest",
                restless.works() ? "never: a thread of idle priority runs on each of them" : "as they like");
    }

    void leftOut(Way way, String why) {
        results.setting("left out", way.told + ": " + why);
    }

    void add(List<Cell> cells) {
        Cell agent = null;
        for (Cell cell : cells) {
            agent = cell.way == Way.AGENT ? cell : agent;
        }
        System.out.println(cells.get(0).place());
        for (Cell cell : cells) {
            System.out.println(cell.row());
            cell.figures().forEach(results::add);
            right &= cell.failed() == 0;
            if (agent != null && cell != agent) {
                against.add(agent.against(cell));
            }
        }
    }

    /** Whether all answers were right. */
    boolean write() throws IOException {
        against.sort(Comparator.comparingDouble(Figure::median));
        against.forEach(results::add);
        results.heading("Where the agent is below another way");
        results.table(figure -> figure.measure().equals(AGAINST) && figure.median() < 1);
        for (boolean tls : settings.over) {
            for (int delay : settings.delays) {
                tables(new Place(Legacy.READ_CLOSE, tls, delay, 1));
            }
        }
        results.write();
        return right;
    }

    private void tables(Place place) {
        String over = place.at().get("over");
        String delay = place.at().get("delay");
        results.heading(over + ", delay: " + delay);
        results.paragraph("Requests a second:");
        results.table(Cell.RATE, "way", figure -> here(figure, over, delay));
        for (String measure : MEASURES) {
            results.paragraph(measure + ":");
            results.table(measure, "way", figure -> here(figure, over, delay));
        }
        for (Legacy legacy : settings.clients) {
            if (legacy.fits(place.tls)) {
                results.chart(
                        Cell.RATE,
                        "threads",
                        "way",
                        figure ->
                                here(figure, over, delay) && figure.at("client").equals(legacy.told));
            }
        }
    }

    private static boolean here(Figure figure, String over, String delay) {
        return figure.at("over").equals(over) && figure.at("delay").equals(delay);
    }
}
