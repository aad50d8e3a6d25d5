package io.kaagent.command;

/** The JVM that a command is about. One thread. */
final class Target implements AutoCloseable {
    final String pid;
    final Attached jvm;

    private Target(String pid, Attached jvm) {
        this.pid = pid;
        this.jvm = jvm;
    }

    static Target of(String pid) throws Refusal {
        LinuxProcess.check(pid);
        return new Target(pid, Attached.to(pid));
    }

    /** The agent's state there. */
    AgentState state() throws Refusal {
        AgentState state = AgentState.of(jvm);
        if (state != null) {
            return state;
        }
        String given = GivenAgent.of(jvm);
        throw Refusal.failed(
                given == null
                        ? pid + " runs without the agent; \"attach " + pid + "\" pools its connections"
                        : pid + " was started with the agent (" + given + "), which does not answer: it is switched off"
                                + " (ka.enabled=false), did not start or not yet (its standard error says why), or is too old");
    }

    @Override
    public void close() throws Refusal {
        jvm.close();
    }
}
