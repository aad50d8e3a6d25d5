package io.kaagent.command;

/** {@code status PID}: what the agent does in another JVM. */
final class Status {
    private Status() {}

    static void run(Arguments arguments) throws Refusal {
        boolean json = arguments.flag("--json");
        String pid = arguments.pid();
        arguments.end();
        try (Target target = Target.of(pid)) {
            AgentState state = target.state();
            if (json) {
                System.out.println(state.json);
            } else {
                Terminal terminal = Terminal.ofThisProcess();
                System.out.print(StatusText.of(pid, state, terminal.width(), Integer.MAX_VALUE));
            }
        }
    }
}
