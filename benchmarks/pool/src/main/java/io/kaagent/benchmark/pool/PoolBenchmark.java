package io.kaagent.benchmark.pool;

import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code benchmarks/run pool}: take and give back, beside the pools of others.
 *
 * <pre>
 * --quick            only to see whether it runs
 * --threads 1,64     only these; 1, 4, 16 and 64 by default
 * --origins 1,8      only these; 1, 8 and 64 by default
 * --peers OURS,JDK   only these
 * </pre>
 *
 * All peers of a cell are measured one right after the other, so that what else the machine does meets all of them.
 */
public final class PoolBenchmark {
    private final Results results = new Results("pool", "Take and give back");
    private final Arguments arguments;
    private final Run run;
    private final Set<Peers> wanted;

    private PoolBenchmark(Arguments arguments) {
        this.arguments = arguments;
        Effort effort = arguments.has("quick") ? Effort.QUICK : Effort.USUAL;
        this.run = new Run(effort);
        this.wanted = new TreeSet<>(arguments.peers());
        results.setting("measured", effort.toString());
        wanted.forEach(peer -> results.setting(peer.title, peer.settings));
    }

    public static void main(String[] args) throws Exception {
        PoolBenchmark benchmark = new PoolBenchmark(new Arguments(args));
        benchmark.measure();
        benchmark.show();
    }

    private void measure() throws RunnerException {
        for (int threads : arguments.numbers("threads", 1, 4, 16, 64)) {
            for (int origins : arguments.numbers("origins", 1, 8, 64)) {
                cell("none", "as threads", Cell.unlimited(threads, origins, false));
                cell("none", "1000", Cell.unlimited(threads, origins, true));
                if (Cell.canBeScarce(threads, origins)) {
                    cell("half the threads", "none", Cell.scarce(threads, origins));
                }
            }
        }
    }

    private void cell(String limit, String free, Cell cell) throws RunnerException {
        for (Peers peer : wanted) {
            if (peer.can(cell)) {
                Map<String, String> at = new LinkedHashMap<>();
                at.put("limit", limit);
                at.put("origins", String.valueOf(cell.origins()));
                at.put("free", free);
                at.put("threads", String.valueOf(cell.threads()));
                at.put("pool", peer.title);
                System.err.println(at);
                run.into(results, at, peer, cell);
            }
        }
    }

    private void show() throws Exception {
        results.paragraph(
                "What a pooled thing is costs nothing, so that the pools are what is measured. Of several origins each call takes any, "
                        + "each thread in an order of its own. \"As threads\": as many free connections as threads to begin with, and more as they are needed.");
        results.paragraph(
                "Left out: KeepAliveCache and Jetty's pool where there is a limit, as nobody waits for them; "
                        + "ConcurrentBag and Stormpot, which have no keys, for more than one origin; a limit for more origins than half the threads.");
        section("Without a limit", "none", List.of(Run.RATE, Run.CPU, Run.ALLOCATED));
        section(
                "Two threads for each allowed connection",
                "half the threads",
                List.of(Run.RATE, Run.CPU, Run.ALLOCATED));
        results.write();
    }

    private void section(String heading, String limit, List<String> measures) {
        results.heading(heading);
        for (String measure : measures) {
            Figure any = results.figures().stream()
                    .filter(figure -> figure.measure().equals(measure))
                    .findAny()
                    .orElseThrow();
            results.paragraph(measure + ", " + any.unit() + ":");
            results.table(measure, "pool", figure -> figure.at("limit").equals(limit));
        }
        for (String origins : List.of("1", "64")) {
            Predicate<Figure> drawn = figure -> figure.at("limit").equals(limit)
                    && figure.at("origins").equals(origins)
                    && !figure.at("free").equals("1000");
            if (results.figures().stream().anyMatch(drawn)) {
                results.paragraph("Over threads; origins: " + origins + ".");
                results.chart(Run.CPU, "threads", "pool", drawn);
            }
        }
    }
}
