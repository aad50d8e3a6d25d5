package io.kaagent.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the agent in another JVM says of itself. One of another version may say less: what is missing is zero, or empty. */
final class AgentState {
    /** The agent property in which it says so; {@code AgentProperties} of the agent puts it there. */
    private static final String PROPERTY = "io.kaagent.state";

    /** As it was said. */
    final String json;

    private final Map<?, ?> members;

    private AgentState(String json, Map<?, ?> members) {
        this.json = json;
        this.members = members;
    }

    /** Null if there is no agent, or none that answers. */
    static AgentState of(Attached jvm) throws Refusal {
        String json = jvm.agentProperties().getProperty(PROPERTY);
        if (json == null || json.isEmpty()) {
            return null;
        }
        try {
            return read(json);
        } catch (RuntimeException e) {
            throw Refusal.failed("the agent there answers in a way that this command does not understand: " + json);
        }
    }

    static AgentState read(String json) {
        return new AgentState(json, (Map<?, ?>) JsonReader.read(json));
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
        List<Map<?, ?>> origins = new ArrayList<Map<?, ?>>();
        Object all = members.get("origins");
        if (all instanceof List) {
            for (Object origin : (List<?>) all) {
                origins.add((Map<?, ?>) origin);
            }
        }
        return origins;
    }

    static String text(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value == null ? "" : value.toString();
    }

    static long number(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value instanceof Long ? (Long) value : 0;
    }

    static Map<?, ?> map(Map<?, ?> of, String key) {
        Object value = of.get(key);
        return value instanceof Map ? (Map<?, ?>) value : Collections.emptyMap();
    }
}
