package io.kaagent.benchmark.memory;

import io.kaagent.benchmark.Child;
import io.kaagent.benchmark.Jdk;
import io.kaagent.benchmark.RoundsOnJdks;
import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks/run memory}: what free connections take in a JVM, beside those that the JDK keeps, and beside sockets that are just open.
 *
 * <pre>
 * MemoryBenchmark [--jdk HOME] [--rounds 3]
 * </pre>
 *
 * The heap is touched beforehand and has one size, so that what the process grows by is native.
 */
public final class MemoryBenchmark {
    private static final int[] SIZES = {100, 300, 1_000, 3_000, 10_000};
    private static final int FROM = 1_000; // by then what is loaded and compiled once is there
    private static final List<String> HEAP = Arrays.asList("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");
    private static final String OWN_CACHE = "-Dhttp.maxConnections=" + Kept.OF_EACH;

    private final Results results = new Results("memory", "What free connections take");
    private final RoundsOnJdks wanted;

    private MemoryBenchmark(RoundsOnJdks wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws IOException {
        MemoryBenchmark benchmark = new MemoryBenchmark(new RoundsOnJdks(arguments, 3));
        benchmark.measure();
        benchmark.show();
    }

    private void measure() throws IOException {
        results.setting("connections", Kept.OF_EACH + " to each server")
                .setting("rounds", wanted.rounds + ", a JVM each");
        results.setting("heap", "`" + String.join(" ", HEAP) + "`");
        results.setting(Keeper.JDK_CACHE.told, "`" + OWN_CACHE + "`");
        for (File home : wanted.jdks) {
            Jdk jdk = new Jdk(home);
            results.setting("JDK " + jdk.release, jdk.version);
            for (Keeper keeper : Keeper.values()) {
                System.err.println("JDK " + jdk.release + ": " + keeper.told);
                measure(home, jdk, keeper);
            }
        }
    }

    private void measure(File home, Jdk jdk, Keeper keeper) throws IOException {
        double[][] heap = new double[SIZES.length][wanted.rounds];
        double[][] resident = new double[SIZES.length][wanted.rounds];
        for (int round = 0; round < wanted.rounds; round++) {
            try (Child server = new Child(home, Collections.emptyList(), Answers.class);
                    Child kept = new Child(home, options(keeper), Kept.class, keeper.name(), server.line())) {
                for (int i = 0; i < SIZES.length; i++) {
                    String[] taken = kept.answer(String.valueOf(SIZES[i])).split(" ");
                    heap[i][round] = Double.parseDouble(taken[0]);
                    resident[i][round] = Double.parseDouble(taken[1]);
                }
            }
        }
        for (int i = 0; i < SIZES.length; i++) {
            Map<String, String> at = at(jdk, keeper);
            at.put("connections", String.valueOf(SIZES[i]));
            results.add(Figure.of(at, "heap", "bytes", heap[i]));
            results.add(Figure.of(at, "resident", "bytes", resident[i]));
        }
        int from = Arrays.binarySearch(SIZES, FROM);
        results.add(Figure.of(at(jdk, keeper), "heap for each", "bytes", each(heap, from)));
        results.add(Figure.of(at(jdk, keeper), "native for each", "bytes", each(resident, from)));
    }

    private double[] each(double[][] taken, int from) {
        int last = SIZES.length - 1;
        double[] each = new double[wanted.rounds];
        for (int round = 0; round < wanted.rounds; round++) {
            each[round] = (taken[last][round] - taken[from][round]) / (SIZES[last] - SIZES[from]);
        }
        return each;
    }

    private void show() throws IOException {
        results.paragraph(
                "\"For each\": between " + FROM + " and " + SIZES[SIZES.length - 1]
                        + " connections. Native is what the process grew by, whose heap does not grow; what the kernel has for a socket is the same for all.");
        results.table(figure -> figure.measure().endsWith("for each"));
        results.heading("Heap").table("heap", "connections", figure -> true);
        results.heading("Resident set").table("resident", "connections", figure -> true);
        String shown = results.figures().get(0).at("JDK");
        results.chart("heap", "connections", "kept", figure -> figure.at("JDK").equals(shown));
        results.write();
    }

    private static Map<String, String> at(Jdk jdk, Keeper keeper) {
        Map<String, String> at = new LinkedHashMap<>();
        at.put("JDK", String.valueOf(jdk.release));
        at.put("kept", keeper.told);
        return at;
    }

    private static List<String> options(Keeper keeper) {
        List<String> options = new ArrayList<>(HEAP);
        options.add(keeper.byAgent ? "-javaagent:agent/target/ka-agent.jar" : OWN_CACHE);
        return options;
    }
}
