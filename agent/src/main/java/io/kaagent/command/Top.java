package io.kaagent.command;

/**
 * {@code top PID}: the status again and again, drawn over the last one on a terminal, below it elsewhere. The other JVM is attached to
 * once.
 */
final class Top {
    /** Home; and clear what is left of a line, and of the screen. */
    private static final String HOME = "\u001b[H";

    private static final String CLEAR_LINE = "\u001b[K\n";
    private static final String CLEAR_REST = "\u001b[J";

    private final Terminal terminal = Terminal.ofThisProcess();
    private final boolean json;
    private final long millis;
    private final long count;

    private Top(boolean json, double seconds, double count) {
        this.json = json;
        this.millis = (long) (seconds * 1000);
        this.count = (long) count;
    }

    static void run(Arguments arguments) throws Refusal {
        boolean json = arguments.flag("--json");
        double seconds = arguments.number("--interval", 0.1, 86400, 1);
        double count = arguments.number("--count", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        String pid = arguments.pid();
        arguments.end();
        try (Target target = Target.of(pid)) {
            new Top(json, seconds, count).show(target);
        }
    }

    private void show(Target target) throws Refusal {
        Keys keys = Keys.of(terminal);
        long shown = 0;
        do {
            print(target.pid, target.state(), shown == 0);
            shown++;
            // A reader that has gone, such as head, ends it too.
        } while (shown < count && !System.out.checkError() && !keys.endWithin(millis));
    }

    private void print(String pid, AgentState state, boolean first) {
        if (json) {
            System.out.println(state.json);
        } else if (terminal.isThere()) {
            String text = StatusText.of(pid, state, terminal.width(), terminal.height());
            System.out.print((first ? HOME + CLEAR_REST : HOME) + text.replace("\n", CLEAR_LINE) + CLEAR_REST);
        } else {
            System.out.print((first ? "" : "\n") + StatusText.of(pid, state, terminal.width(), Integer.MAX_VALUE));
        }
    }
}
