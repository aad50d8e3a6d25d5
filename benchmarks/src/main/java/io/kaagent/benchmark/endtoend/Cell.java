package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.results.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One way to do the work of one client, at one place: its windows, which stand in the order of the rounds. */
final class Cell {
    static final String RATE = "requests a second";

    final Way way;
    private final Map<String, String> at = new LinkedHashMap<>();
    private final List<Seen> windows = new ArrayList<>();

    Cell(Place place, Way way) {
        this.way = way;
        at.putAll(place.at());
        at.put("way", way.told);
    }

    void add(Seen window) {
        windows.add(window);
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Latencies all = new Latencies();
        windows.forEach(seen -> all.add(seen.sample.latencies));
        figures.add(figure(RATE, "", seen -> seen.sample.rate));
        for (double percent : new double[] {50, 99, 99.9}) {
            double millis = all.percentile(percent);
            if (!Double.isNaN(millis)) {
                String name = "p" + (percent % 1 == 0 ? String.valueOf((int) percent) : String.valueOf(percent));
                figures.add(Figure.of(at, name, "ms", millis));
            }
        }
        figures.add(each("connections of 1000", "", 1000, seen -> seen.connections));
        figures.add(each("handshakes of 1000", "", 1000, seen -> seen.handshakes));
        figures.add(each("opened by the client's host, of 1000", "", 1000, seen -> seen.sample.opened));
        figures.add(each("TIME_WAIT left, of 1000", "", 1000, seen -> seen.sample.left));
        figures.add(each("client CPU", "µs", 1e-3, seen -> seen.sample.cpuNanos));
        if (way.sidecar()) {
            figures.add(each("sidecar CPU", "µs", 1e-3, seen -> seen.sidecarNanos));
        }
        figures.add(each("server CPU", "µs", 1e-3, seen -> seen.serverNanos));
        figures.add(Figure.of(at, "failed", "", failed()));
        return figures;
    }

    /** What this did of what the other one did, round by round. */
    Figure against(Cell other) {
        double[] ratios = new double[windows.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = windows.get(i).sample.rate / other.windows.get(i).sample.rate;
        }
        return Figure.of(other.at, Report.AGAINST, "", ratios);
    }

    String place() {
        return at.get("client") + ", " + at.get("over") + ", delay: " + at.get("delay") + ", threads: "
                + at.get("threads");
    }

    /** Requests that had no answer, or a wrong one. */
    long failed() {
        return windows.stream().mapToLong(seen -> seen.sample.failed).sum();
    }

    String row() {
        StringBuilder row = new StringBuilder(String.format("%-17s", way.told));
        for (Figure figure : figures()) {
            row.append(String.format(Locale.ROOT, "  %.2f %s", figure.median(), figure.measure()));
        }
        return row.toString();
    }

    /** For a request of all windows: the kernel counts in ticks that are not small against one. */
    private Figure each(String measure, String unit, double times, ToDoubleFunction<Seen> what) {
        double requests = windows.stream()
                .mapToLong(seen -> seen.sample.latencies.count())
                .sum();
        double sum = windows.stream().mapToDouble(what).sum();
        return Figure.of(at, measure, unit, times * sum / Math.max(1, requests));
    }

    private Figure figure(String measure, String unit, ToDoubleFunction<Seen> what) {
        return Figure.of(at, measure, unit, windows.stream().mapToDouble(what).toArray());
    }
}
