package io.kaagent.benchmark.start;

import io.kaagent.benchmark.results.Figure;
import io.kaagent.benchmark.results.Results;
import java.util.List;

/** How the figures are shown. */
final class Tables {
    private Tables() {}

    static void of(List<Starts> all, Results results) {
        all.forEach(starts -> starts.figures().forEach(results::add));
        results.heading("A start");
        results.paragraph(
                "CPU is user and system time of the whole JVM, its compilers included; *CPU more* that of a pair, less that with an agent"
                        + " that does nothing (for the rows with a request: one that makes the same request). The archives are those of"
                        + " docs/startup.md. Classes of the JDK that are shared with other JVMs are not in metaspace until they are woven.");
        results.table(figure -> true);
        results.heading("CPU more than with an agent that does nothing");
        results.table("CPU more", "started with", Tables::isOfAgent);
        results.bars("CPU", "JDK", "started with", figure -> true);
        results.bars("CPU more", "JDK", "started with", Tables::isOfAgent);
    }

    private static boolean isOfAgent(Figure figure) {
        return figure.at("started with").startsWith("ka-agent");
    }
}
