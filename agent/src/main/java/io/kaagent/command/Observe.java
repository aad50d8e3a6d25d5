package io.kaagent.command;

import io.kaagent.watch.ObservedText;

/**
 * {@code observe PID}: what pooling would do for another JVM, by what its connections do for a while. Who observes there already goes on,
 * unless asked to stop; what this command has begun it ends.
 */
final class Observe {
    private final Target target;
    private final boolean json;

    private Observe(Target target, boolean json) {
        this.target = target;
        this.json = json;
    }

    static void run(Arguments arguments) throws Refusal {
        boolean json = arguments.flag("--json");
        boolean stop = arguments.flag("--stop");
        double seconds = arguments.number("--seconds", 0, 31536000, 10);
        String pid = arguments.pid();
        String options = arguments.optional();
        arguments.end();
        try (Target target = Target.of(pid)) {
            Observe observe = new Observe(target, json);
            if (stop) {
                observe.print(observe.requireObserving());
                observe.end();
            } else {
                observe.show((long) (seconds * 1000), options);
            }
        }
    }

    private void show(long millis, String options) throws Refusal {
        boolean begins = begins(options);
        if (begins) {
            begin(options);
        }
        if (millis > 0) {
            Keys.of(Terminal.ofThisProcess()).endWithin(millis);
        }
        print(target.state());
        if (begins) {
            end();
        }
    }

    private boolean begins(String options) throws Refusal {
        AgentState before = AgentState.of(target.jvm);
        if (before == null || before.isOver()) {
            return true;
        }
        if (!before.isObserving()) {
            throw Refusal.failed(target.pid + " has the agent already, and not to observe; \"status " + target.pid
                    + "\" shows what it does");
        }
        if (!options.isEmpty()) {
            throw Refusal.failed(target.pid + " is being observed already, with options of its own; \"observe "
                    + target.pid + " --stop\" ends that");
        }
        return false;
    }

    private void begin(String options) throws Refusal {
        Throwable said = Attach.load(target, "mode=observe" + (options.isEmpty() ? "" : "," + options));
        AgentState state = AgentState.of(target.jvm);
        if (state == null || !state.isObserving()) {
            throw AttachTrouble.without("nothing is observed in", target.pid, said);
        }
    }

    private AgentState requireObserving() throws Refusal {
        AgentState state = target.state();
        if (!state.isObserving()) {
            throw Refusal.failed(target.pid + " is not being observed");
        }
        return state;
    }

    /** Unless somebody pools there since. */
    private void end() throws Refusal {
        AgentState state = AgentState.of(target.jvm);
        if (state == null || !state.isObserving()) {
            return;
        }
        target.jvm.load(OwnJar.file(), "enabled=false");
    }

    private void print(AgentState state) {
        if (json) {
            System.out.println(state.json);
        } else {
            System.out.print(StatusText.of(target.pid, state, ObservedText.WIDTH, Integer.MAX_VALUE));
        }
    }
}
