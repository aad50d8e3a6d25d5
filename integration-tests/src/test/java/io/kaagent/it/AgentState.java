package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code status --json} says, in all or of one origin. */
final class AgentState {
    private final String json;

    private AgentState(String json) {
        this.json = json;
    }

    static AgentState of(String json) {
        return new AgentState(json);
    }

    AgentState total() {
        return between("\"total\":{", "\"origins\":");
    }

    AgentState origin(String origin) {
        return between("{\"origin\":\"" + origin + "\"", "{\"origin\":");
    }

    /** The first of that name. */
    double number(String key) {
        Matcher member = Pattern.compile("\"" + key + "\":([-0-9.E]+)").matcher(json);
        assertThat(member.find()).as("%s in %s", key, json).isTrue();
        return Double.parseDouble(member.group(1));
    }

    private AgentState between(String begin, String end) {
        int from = json.indexOf(begin);
        assertThat(from).as("%s in %s", begin, json).isNotNegative();
        int to = json.indexOf(end, from + begin.length());
        return new AgentState(to < 0 ? json.substring(from) : json.substring(from, to));
    }
}
