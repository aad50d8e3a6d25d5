package io.kaagent.benchmark;

import io.kaagent.benchmark.results.Results;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares clients without and with the agent: raw ones, or those that use TLS; and clients whose agent is watched, or only observes, with those whose is not.
 *
 * <pre>
 * SideBySide raw|tls|watched|recorded|observed|well-behaved [--jdk HOME] [--forks 3] [--pairs 10] [--millis 250] [--only SHAPE,...] [JVM OPTION...]
 * </pre>
 *
 * The JVM options are given to the clients that have the agent. Exit code 1: a target was missed.
 */
public final class SideBySide {
    private final List<String> agent = new ArrayList<>(Collections.singletonList(Side.AGENT));
    private final List<String> keys = Keys.make();
    private final Shape.Kind kind;
    private final Results results;
    private List<File> jdks = Jdks.find();
    private int forks = 3;
    private int pairs = 10;
    private int millis = 250;
    private String only = "";
    private Processors processors;

    private SideBySide(String[] arguments) throws IOException {
        kind = Shape.Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        results = new Results(arguments[0], "Clients with the agent and without it: " + arguments[0]);
        agent.addAll(kind.with);
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--jdk":
                    jdks = Collections.singletonList(new File(arguments[++i]));
                    break;
                case "--forks":
                    forks = Integer.parseInt(arguments[++i]);
                    break;
                case "--pairs":
                    pairs = Integer.parseInt(arguments[++i]);
                    break;
                case "--millis":
                    millis = Integer.parseInt(arguments[++i]);
                    break;
                case "--only":
                    only = "," + arguments[++i] + ",";
                    break;
                default:
                    agent.add(arguments[i]);
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new SideBySide(arguments).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        boolean reached = true;
        try (Processors used = new Processors()) {
            processors = used;
            for (File jdk : jdks) {
                reached &= run(jdk);
            }
            write();
        }
        return reached;
    }

    private void write() throws IOException {
        results.setting("processors of the run", processors.told());
        results.setting(
                "windows", forks + " starts of all JVMs, " + pairs + " pairs of " + millis + " ms each, one thread");
        results.table(Pairs.RATE, "JDK", figure -> true);
        results.paragraph("CPU time of a request:");
        results.table("CPU, with/without", "JDK", figure -> true);
        results.chart(Pairs.RATE, "JDK", "client", figure -> true);
        results.write();
    }

    private boolean run(File jdk) throws IOException {
        System.out.printf(
                "%s, 1 thread, median of %d pairs of windows of %d ms%n", jdk.getName(), forks * pairs, millis);
        System.out.printf(
                "%-30s %9s %9s   %-30s %5s   %29s   %19s%n",
                "", "a second", "", "rate", "CPU", "bytes allocated", "connections of 1000");
        System.out.printf(
                "%-30s %9s %9s   %-30s %5s   %9s %9s %9s   %9s %9s%n",
                "",
                "without",
                "with",
                "with/without (quartiles)",
                "",
                "without",
                "with",
                "+ a call",
                "without",
                "with");
        boolean reached = true;
        for (Shape shape : Shape.values()) {
            if (shape.kinds.contains(kind) && (only.isEmpty() || only.contains("," + shape + ","))) {
                Pairs measured = measure(jdk, shape);
                double target = shape.target(kind);
                System.out.println(measured.row(shape, target));
                reached &= measured.ratios()[1] >= target;
                measured.figures(at(jdk, shape)).forEach(results::add);
            }
        }
        return reached;
    }

    private static Map<String, String> at(File jdk, Shape shape) throws IOException {
        Map<String, String> at = new LinkedHashMap<>();
        at.put("client", shape.told);
        at.put("JDK", String.valueOf(new Jdk(jdk).release));
        return at;
    }

    private Pairs measure(File jdk, Shape shape) throws IOException {
        Pairs measured = new Pairs();
        for (int i = 0; i < forks; i++) {
            try (Child server = processors.server(jdk, keys, Server.class)) {
                String ports = server.line();
                try (Side without = new Side(client(jdk, kind.without, shape, ports), server);
                        Side with = new Side(client(jdk, agent, shape, ports), server)) {
                    warmUp(without, with, measured);
                    measure(without, with, measured);
                }
            }
        }
        return measured;
    }

    private Child client(File jdk, List<String> options, Shape shape, String ports) throws IOException {
        List<String> all = new ArrayList<>(keys);
        all.addAll(options);
        return processors.client(jdk, all, Client.class, shape.name(), ports);
    }

    /** Until the compilers are done; on a busy machine that takes its time. */
    private void warmUp(Side without, Side with, Pairs measured) throws IOException {
        for (int i = 0; i < 10; i++) {
            measured.addWarmUp(without.work(kind.warmUpMillis / 10), with.work(kind.warmUpMillis / 10));
        }
    }

    private void measure(Side without, Side with, Pairs measured) throws IOException {
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                Window first = without.work(millis);
                measured.add(first, with.work(millis));
            } else {
                Window first = with.work(millis);
                measured.add(without.work(millis), first);
            }
        }
    }
}
