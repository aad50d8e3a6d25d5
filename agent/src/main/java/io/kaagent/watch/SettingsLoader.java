package io.kaagent.watch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers slf4j-simple's question for {@code simplelogger.properties} with the agent's own settings. It asks the context class
 * loader of the thread, which would be the application's, for a file that is meant for the application's slf4j-simple.
 */
final class SettingsLoader extends ClassLoader {
    private static final String FILE = "simplelogger.properties";

    private final byte[] settings;

    SettingsLoader(String settings) {
        super(null);
        this.settings = settings.getBytes(StandardCharsets.ISO_8859_1); // as Properties reads it
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return FILE.equals(name) ? new ByteArrayInputStream(settings) : super.getResourceAsStream(name);
    }
}
