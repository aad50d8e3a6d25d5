package io.kaagent.command;

import io.kaagent.start.Version;
import io.kaagent.watch.ObservedText;
import io.kaagent.watch.Troubles;
import java.util.Map;

/** What {@code status} and {@code top} show: whose state it is and of when, what is set, what went wrong, and the table. */
final class StatusText {
    private static final int HEAD_LINES = 7;

    /** Where it is only observed: about so many. */
    private static final int LINES_OF_AN_ORIGIN = 8;

    private StatusText() {}

    /**
     * @param width of a line, at least 80
     * @param height of the screen; more origins than fit are counted
     */
    static String of(String pid, AgentState state, int width, int height) {
        StringBuilder out = new StringBuilder(1024);
        out.append(pid).append(": ka-agent ").append(state.version());
        if (!state.version().equals(Version.CURRENT)) {
            out.append(" (this command is ").append(Version.CURRENT).append(')');
        }
        out.append(", JDK ")
                .append(state.jdk())
                .append(", ")
                .append(state.time())
                .append('\n');
        String options = state.options().isEmpty() ? "all at their defaults" : state.options();
        out.append(Words.shortened("options: " + options, width)).append('\n');
        if (state.isObserving()) {
            out.append("observed only: nothing is pooled there, this is what pooling would have done\n\n");
            out.append(ObservedText.of(state.observed(), Math.max(1, height / LINES_OF_AN_ORIGIN)));
            return out.toString();
        }
        if (!state.isPooling()) {
            out.append(state.isOver() ? "it was observed" : "nothing is pooled there; its standard error says why");
            out.append('\n');
            return out.toString();
        }
        out.append("limits: ").append(limits(state)).append('\n');
        String troubles = Troubles.of(state.total(), state.defects());
        if (!troubles.isEmpty()) {
            out.append(Words.shortened("trouble: " + troubles, width)).append('\n');
        }
        out.append('\n');
        StatusTable.print(out, state, width, Math.max(1, height - HEAD_LINES));
        return out.toString();
    }

    private static String limits(AgentState state) {
        String total = shown(limit(state.maxTotalSockets())) + " connections in all";
        if (state.origins().isEmpty()) {
            return total + "; no request so far";
        }
        long least = Long.MAX_VALUE;
        long most = 0;
        for (Map<?, ?> origin : state.origins()) {
            least = Math.min(least, limit(origin.get("maxSockets")));
            most = Math.max(most, limit(origin.get("maxSockets")));
        }
        return shown(least) + (least == most ? "" : " to " + shown(most)) + " connections to an origin, " + total;
    }

    private static long limit(Object limit) {
        return limit instanceof Long ? (Long) limit : Long.MAX_VALUE;
    }

    private static String shown(long limit) {
        return limit == Long.MAX_VALUE ? "Infinity" : Long.toString(limit);
    }
}
