package io.kaagent.command;

import static io.kaagent.command.AgentState.number;

import io.kaagent.start.Version;
import java.util.Map;

/** What {@code status} and {@code top} show: whose state it is and of when, what is set, what went wrong, and the table. */
final class StatusText {
    private static final int HEAD_LINES = 7;

    /** What counts as trouble, and the words for it. */
    private static final String[][] TROUBLES = {
        {"takeTimeouts", "waited in vain"},
        {"queueFull", "turned away"},
        {"connectFailures", "could not connect"},
        {"resent", "sent again"},
        {"leaked", "dropped without close"}
    };

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
        if (!state.isPooling()) {
            out.append("nothing is pooled there; its standard error says why\n");
            return out.toString();
        }
        out.append("limits: ").append(limits(state)).append('\n');
        trouble(out, state, width);
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

    private static void trouble(StringBuilder out, AgentState state, int width) {
        StringBuilder trouble = new StringBuilder();
        for (String[] one : TROUBLES) {
            long count = number(state.total(), one[0]);
            if (count > 0) {
                trouble.append(trouble.length() == 0 ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(one[1]);
            }
        }
        if (state.defects() > 0) {
            trouble.append(trouble.length() == 0 ? "" : ", ")
                    .append(state.defects())
                    .append(" defects of the agent");
        }
        if (trouble.length() > 0) {
            out.append(Words.shortened("trouble: " + trouble, width)).append('\n');
        }
    }

    private static long limit(Object limit) {
        return limit instanceof Long ? (Long) limit : Long.MAX_VALUE;
    }

    private static String shown(long limit) {
        return limit == Long.MAX_VALUE ? "Infinity" : Long.toString(limit);
    }
}
