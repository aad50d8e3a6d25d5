package io.kaagent.config;

import java.util.Properties;

/** Options as a test gives them. */
final class Given {
    private Given() {}

    /** Only system properties: key, value, key, value. */
    static Options properties(String... keysAndValues) {
        return Options.load(null, system(keysAndValues));
    }

    static Options argument(String argument) {
        return Options.load(argument, new Properties());
    }

    static Properties system(String... keysAndValues) {
        Properties properties = new Properties();
        properties.setProperty("user.password", "secret");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }
}
