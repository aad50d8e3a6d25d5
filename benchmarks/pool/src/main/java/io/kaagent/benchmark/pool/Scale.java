package io.kaagent.benchmark.pool;

import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * {@code benchmarks/run scale}: what each step of the pool costs, over the size that it might depend on; and many callers on few connections.
 *
 * <pre>
 * --quick   smaller sizes, one sample
 * </pre>
 *
 * Processor time throughout: others on the machine hardly show in it.
 */
public final class Scale {
    private static final String COST = "cost";
    private static final String HEAP = "heap";
    private static final String HEAP_EACH = "heap for each connection";
    private static final int[] SIZES = {10, 30, 100, 300, 1_000, 3_000, 10_000};
    private static final int[] CALLERS = {60, 100, 200, 500, 1_000, 2_000};

    private final Results results = new Results("scale", "Growth of the pool");
    private final boolean quick;

    private Scale(boolean quick) {
        this.quick = quick;
    }

    public static void main(String[] args) throws Exception {
        Scale scale = new Scale(new Arguments(args).has("quick"));
        scale.steps();
        scale.callers();
        scale.results.write();
    }

    private void steps() throws Exception {
        new Full(1, 10).takeAndGive(); // so that no class is loaded where heap is measured
        for (int size : SIZES) {
            if (!quick || size <= 1_000) {
                System.err.println(size + " free connections");
                at(size, new Full(1, size), "of one origin");
                at(size, new Full(Math.max(1, size / 10), 10), "ten of each origin");
            }
        }
        results.heading("Free connections")
                .paragraph(
                        "One thread. \"Opened, ended\": a further connection is opened, used and closed. \"Sweep\": one look at all, which are quiet; "
                                + "a real look at a socket is one system call more for each. \"Heap\": of the pool for all of them, and of what is pooled a field.");
        results.table(COST, "step", figure -> true).chart(COST, "connections", "step", figure -> true);
        results.table(HEAP_EACH, "step", figure -> true).table(HEAP, "step", figure -> true);
        results.chart(HEAP, "connections", "step", figure -> true);
    }

    private void at(int size, Full full, String which) throws Exception {
        step(size, "take and give back, " + which, "ns", full::takeAndGive);
        step(size, "opened, ended, " + which, "ns", full::openAndEnd);
        step(size, "sweep, " + which, "ns", full::sweep);
        step(size, "snapshot, " + which, "ns", full::snapshot);
        results.add(Figure.of(place(size, which), HEAP, "bytes", full.heapBytes()));
        results.add(Figure.of(place(size, which), HEAP_EACH, "bytes", full.heapBytes() / size));
    }

    private void step(int size, String name, String unit, DoubleSupplier cost) {
        double[] samples = new double[quick ? 1 : 5];
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            cost.getAsDouble();
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = cost.getAsDouble();
        }
        results.add(Figure.of(place(size, name), COST, unit, samples));
    }

    private static Map<String, String> place(int size, String step) {
        Map<String, String> place = new LinkedHashMap<>();
        place.put("connections", String.valueOf(size));
        place.put("step", step);
        return place;
    }

    private void callers() throws Exception {
        results.heading("Callers on " + Crowd.CONNECTIONS + " connections of one origin")
                .paragraph("Each takes a connection, keeps it for " + Crowd.KEPT_MILLIS
                        + " ms, gives it back, and asks again: "
                        + Crowd.CONNECTIONS * 1000 / Crowd.KEPT_MILLIS
                        + " a second at best. \"Served, least of most\": of the caller that was served least often, "
                        + "by the one that was most often. \"Longest wait\": by the mean one. \"Switches\": voluntary context switches of the JVM for each time; "
                        + "a platform thread that keeps its connection asleep makes one, and one when it has waited.");
        for (int callers : CALLERS) {
            if (!quick || callers <= 200) {
                System.err.println(callers + " callers");
                new Crowd(callers, false, quick).into(results);
                if (Crowd.hasVirtualThreads()) {
                    new Crowd(callers, true, quick).into(results);
                }
            }
        }
        results.table(figure -> figure.at().containsKey("callers"));
        results.chart(Crowd.COST, "callers", "threads", figure -> true);
        results.chart(Crowd.SWITCHES, "callers", "threads", figure -> true);
    }
}
