package io.kaagent.benchmark.start;

import io.kaagent.benchmark.Jdk;
import io.kaagent.benchmark.results.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The starts of one JDK. What else the machine does meets all kinds. */
final class Starts {
    private final Jdk jdk;
    private final Launch launch;
    private final Map<Kind, List<Spent>> spent = new EnumMap<>(Kind.class);
    private final Map<Kind, Loaded> loaded = new EnumMap<>(Kind.class);

    Starts(Jdk jdk, Launch launch) {
        this.jdk = jdk;
        this.launch = launch;
        for (Kind kind : Kind.values()) {
            if (jdk.release >= kind.since) {
                spent.put(kind, new ArrayList<>());
            }
        }
    }

    void run(int rounds) throws IOException {
        List<Kind> kinds = new ArrayList<>(spent.keySet());
        for (Kind kind : kinds) {
            Spent.by(launch.command(kind)); // the first reads files that the others find in memory
            loaded.put(kind, Loaded.by(launch, kind, jdk.release));
        }
        for (int i = 0; i < rounds; i++) {
            for (Kind kind : kinds) {
                spent.get(kind).add(Spent.by(launch.command(kind)));
            }
            Collections.reverse(kinds); // none is always the one after another
        }
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Kind kind : spent.keySet()) {
            Map<String, String> at = at(kind);
            figures.add(Figure.of(at, "CPU", "ms", samples(kind, one -> one.cpuMillis)));
            if (kind != Kind.NONE) {
                figures.add(Figure.of(at, "CPU more", "ms", moreInPairs(kind)));
            }
            figures.add(Figure.of(at, "wall", "ms", samples(kind, one -> one.wallMillis)));
            figures.add(Figure.of(at, "classes", "", loaded.get(kind).classes));
            figures.add(Figure.of(at, "of the agent", "", loaded.get(kind).ofAgent));
            figures.add(Figure.of(at, "metaspace", "KB", loaded.get(kind).metaspaceKb));
            if (kind.asks()) {
                figures.add(Figure.of(at, "request", "ms", samples(kind, one -> one.requestMillis)));
            }
        }
        return figures;
    }

    /** The median of the CPU time more than with the empty agent. */
    double more(Kind kind) {
        return Figure.of(at(kind), "CPU more", "ms", moreInPairs(kind)).median();
    }

    private double[] moreInPairs(Kind kind) {
        double[] base = samples(kind.base(), one -> one.cpuMillis);
        double[] more = samples(kind, one -> one.cpuMillis);
        for (int i = 0; i < more.length; i++) {
            more[i] -= base[i];
        }
        return more;
    }

    private double[] samples(Kind kind, ToDoubleFunction<Spent> what) {
        return spent.get(kind).stream().mapToDouble(what).toArray();
    }

    private Map<String, String> at(Kind kind) {
        Map<String, String> at = new LinkedHashMap<>();
        at.put("JDK", String.valueOf(jdk.release));
        at.put("started with", kind.told);
        return at;
    }
}
