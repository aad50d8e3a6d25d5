package io.kaagent.config;

/** The text after {@code -javaagent:ka-agent.jar=}: {@code key=value,key=value}. A value can't contain a comma. */
final class AgentArgument {
    private static final String WHERE = "agent argument";

    private AgentArgument() {}

    static Settings read(String argument, Warnings warnings) {
        Settings settings = new Settings();
        int from = 0;
        while (argument != null && from <= argument.length()) {
            int comma = argument.indexOf(',', from);
            int to = comma < 0 ? argument.length() : comma;
            part(argument.substring(from, to).trim(), settings, warnings);
            from = to + 1;
        }
        return settings;
    }

    private static void part(String part, Settings settings, Warnings warnings) {
        int equals = part.indexOf('=');
        if (equals > 0) {
            settings.add(part.substring(0, equals), part.substring(equals + 1), WHERE, warnings);
        } else if (!part.isEmpty()) {
            warnings.add("'" + part + "' is ignored; expected key=value,key=value", WHERE);
        }
    }
}
