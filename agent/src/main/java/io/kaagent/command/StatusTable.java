package io.kaagent.command;

import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.text;

import io.kaagent.watch.OriginName;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The origins of a pool below each other: where callers wait first, then where most is under way, then the busiest. */
final class StatusTable {
    private static final int LEAST_REASONS = 15;

    private StatusTable() {}

    /**
     * @param width of a line, at least 80
     * @param rows how many origins at most
     */
    static void print(StringBuilder out, AgentState state, int width, int rows) {
        List<Map<?, ?>> origins = state.origins();
        Collections.sort(origins, new ByUrgency());
        List<Map<?, ?>> shown = origins.subList(0, Math.min(rows, origins.size()));
        Columns measured = columns(state, shown, width, Integer.MAX_VALUE);
        int room = measured.room();
        int first = measured.widest(0);
        int reasons = Math.min(measured.widest(measured.last()), Math.max(LEAST_REASONS, room - first));
        columns(state, shown, width, reasons).print(out, Math.min(first, room - reasons));
        if (shown.size() < origins.size()) {
            out.append("and ").append(origins.size() - shown.size()).append(" more origins\n");
        }
    }

    private static Columns columns(AgentState state, List<Map<?, ?>> origins, int width, int reasons) {
        Columns columns = new Columns(width);
        columns.line("ORIGIN", "BUSY", "FREE", "WAIT", "OPENED", "REUSED%", "CONNECT ms", "DESTROYED (why)");
        for (Map<?, ?> origin : origins) {
            line(columns, OriginName.shown(text(origin, "origin")), origin, reasons);
        }
        line(columns, "total", state.total(), reasons);
        return columns;
    }

    private static void line(Columns columns, String name, Map<?, ?> of, int reasons) {
        columns.line(
                name,
                text(of, "busy"),
                text(of, "free"),
                text(of, "waiting"),
                text(of, "created"),
                Words.reusedPercent(of),
                Words.connectMillis(of),
                Words.destroyed(of, reasons));
    }

    private static final class ByUrgency implements Comparator<Map<?, ?>> {
        private static final String[] KEYS = {"waiting", "busy", "requests"};

        @Override
        public int compare(Map<?, ?> one, Map<?, ?> other) {
            for (String key : KEYS) {
                int order = Long.compare(number(other, key), number(one, key));
                if (order != 0) {
                    return order;
                }
            }
            return text(one, "origin").compareTo(text(other, "origin"));
        }
    }
}
