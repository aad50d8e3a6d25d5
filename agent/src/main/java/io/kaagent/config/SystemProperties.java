package io.kaagent.config;

import java.util.Enumeration;
import java.util.Properties;

/** Picks the {@code ka.} properties out of the system properties and looks at no other value. */
final class SystemProperties {
    private static final String WHERE = "system property";

    private SystemProperties() {}

    static Settings read(Properties properties, Warnings warnings) {
        Settings settings = new Settings();
        // A copy of the keys, defaults included: other threads may be writing when the agent is attached late.
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(Setting.PREFIX)) {
                String value = properties.getProperty(key);
                if (value != null) {
                    settings.add(key, value, WHERE, warnings);
                }
            }
        }
        warnOfOtherTypes(properties, warnings);
        return settings;
    }

    /** {@code System.getProperties().put("ka.maxSockets", 5)}: getProperty does not see it, whoever wrote it should know. */
    private static void warnOfOtherTypes(Properties properties, Warnings warnings) {
        for (Enumeration<?> keys = properties.keys(); keys.hasMoreElements(); ) {
            Object key = keys.nextElement();
            if (key instanceof String && ((String) key).startsWith(Setting.PREFIX)) {
                Object value = properties.get(key);
                if (value != null && !(value instanceof String)) {
                    warnings.add(key + " is ignored: its value is no String", WHERE);
                }
            }
        }
    }
}
