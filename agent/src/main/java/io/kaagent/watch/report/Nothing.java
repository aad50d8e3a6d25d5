package io.kaagent.watch.report;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.number;

import java.util.Map;

/** Where there is nothing to show, why. */
final class Nothing implements Section {
    @Override
    public void add(Markup page, Map<?, ?> report) {
        Map<?, ?> total = map(report, "total");
        if (report.containsKey("observed")) {
            return;
        }
        if (total.isEmpty()) {
            say(
                    page,
                    "Nothing is pooled in this JVM, which runs as without the agent. The line that the agent wrote to"
                            + " standard error at the start says why.");
        } else if (number(total, "created") == 0 && map(report, "history").isEmpty()) {
            say(
                    page,
                    "No connection went through the pool: the application has not sent a request so far, or all it"
                            + " sent were left alone, by ka.pool=false for one, or by a client with connections of its own.");
        }
    }

    private static void say(Markup page, String what) {
        page.element("p", what, "class", "notice");
    }
}
