package io.kaagent.command;

import static io.kaagent.watch.Json.map;
import static io.kaagent.watch.Json.maps;
import static io.kaagent.watch.Json.number;
import static io.kaagent.watch.Json.text;

import io.kaagent.watch.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What the agent in another JVM says of itself. One of another version may say less: what is missing is zero, or empty. */
final class AgentState {
    /** The agent property in which it says so; {@code AgentProperties} of the agent puts it there. */
    private static final String PROPERTY = "io.kaagent.state";

    /** What its report has besides. */
    private static final String MORE = "io.kaagent.report";

    /** As it was said. */
    final String json;

    /** The same of the report, of the same moment; null if the agent there is too old for one. */
    final String more;

    private final Map<?, ?> members;

    private AgentState(String json, String more) {
        this.json = json;
        this.more = more;
        this.members = (Map<?, ?>) JsonReader.read(json);
    }

    /** Null if there is no agent, or none that answers. */
    static AgentState of(Attached jvm) throws Refusal {
        Properties agent = jvm.agentProperties();
        String json = agent.getProperty(PROPERTY);
        if (json == null || json.isEmpty()) {
            return null;
        }
        try {
            return new AgentState(json, agent.getProperty(MORE));
        } catch (RuntimeException e) {
            throw Refusal.failed("the agent there answers in a way that this command does not understand: " + json);
        }
    }

    static AgentState read(String json) {
        return new AgentState(json, null);
    }

    String version() {
        return text(members, "agent");
    }

    String jdk() {
        return text(members, "jdk");
    }

    String time() {
        return text(members, "time");
    }

    String options() {
        return text(members, "options");
    }

    long defects() {
        return number(members, "defects");
    }

    /** Whether it only looks on. */
    boolean isObserving() {
        return "observe".equals(text(members, "mode"));
    }

    /** Whether it did, and does nothing any more. */
    boolean isOver() {
        return "off".equals(text(members, "mode"));
    }

    /** Empty if nothing is. */
    Map<?, ?> observed() {
        return map(members, "observed");
    }

    boolean isPooling() {
        return Boolean.TRUE.equals(members.get("pooling"));
    }

    /** Null for none. */
    Object maxTotalSockets() {
        return members.get("maxTotalSockets");
    }

    Map<?, ?> total() {
        return map(members, "total");
    }

    List<Map<?, ?>> origins() {
        return maps(members, "origins");
    }
}
