package io.kaagent.command;

import io.kaagent.start.Version;

/** {@code attach PID [options]}: brings the agent into a running JVM. */
final class Attach {
    private static final String FORBIDDEN = "-XX:-EnableDynamicAgentLoading";

    private Attach() {}

    static void run(Arguments arguments) throws Refusal {
        String pid = arguments.pid();
        String options = arguments.optional();
        arguments.end();
        try (Target target = Target.of(pid)) {
            AgentState before = AgentState.of(target.jvm);
            if (before != null && !before.isObserving() && !before.isOver()) {
                throw Refusal.failed(pid + " has the agent already, version " + before.version()
                        + "; its options can't be changed by attaching once more");
            }
            Throwable said = load(target, options);
            AgentState after = AgentState.of(target.jvm);
            if (after == null || !after.isPooling()) {
                throw AttachTrouble.without("nothing is pooled in", pid, said);
            }
            System.out.println("ka-agent " + Version.CURRENT + ": attached to " + pid
                    + "; its stderr says what is pooled, \"status " + pid + "\" what becomes of it");
        }
    }

    /** Returns what was said against it, as {@link Attached#load}. */
    static Throwable load(Target target, String options) throws Refusal {
        if (target.jvm.agentProperties().getProperty("sun.jvm.args", "").contains(FORBIDDEN)) {
            throw Refusal.failed(AttachTrouble.forbidden(target.pid));
        }
        return target.jvm.load(OwnJar.file(), options);
    }
}
