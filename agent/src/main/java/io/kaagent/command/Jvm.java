package io.kaagent.command;

import io.kaagent.watch.JsonText;
import io.kaagent.watch.MainClass;

/** A line of {@code list}. */
final class Jvm {
    private final String pid;
    private final String jdk;
    private final String agent;
    private final String main;
    private final String trouble;

    Jvm(String pid, String jdk, String agent, String main, String trouble) {
        this.pid = pid;
        this.jdk = jdk;
        this.agent = agent;
        this.main = main;
        this.trouble = trouble;
    }

    /** One that can't be asked is listed with the reason. Null if it has ended meanwhile. */
    static Jvm of(String pid) {
        try {
            LinuxProcess.check(pid);
            try (Attached jvm = Attached.to(pid)) {
                AgentState state = AgentState.of(jvm);
                return new Jvm(
                        pid,
                        jvm.systemProperties().getProperty("java.version"),
                        state == null ? null : state.version(),
                        MainClass.of(jvm.agentProperties().getProperty("sun.java.command", "")),
                        null);
            }
        } catch (Refusal e) {
            return LinuxProcess.isGone(pid) ? null : new Jvm(pid, null, null, null, e.getMessage());
        }
    }

    void addTo(Columns table) {
        String none = trouble == null ? "-" : "?";
        table.line(
                pid, jdk == null ? "?" : jdk, agent == null ? none : agent, trouble == null ? main : inBrief(trouble));
    }

    void addTo(JsonText array) {
        array.open('{').key("pid").value(Long.parseLong(pid));
        array.key("jdk").value(jdk).key("agent").value(agent).key("main").value(main);
        if (trouble != null) {
            array.key("trouble").value(trouble);
        }
        array.close('}');
    }

    private static String inBrief(String trouble) {
        int colon = trouble.indexOf(": ");
        return colon < 0 ? trouble : trouble.substring(0, colon);
    }
}
