package io.kaagent.watch;

import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;
import org.slf4j.simple.SimpleServiceProvider;

/**
 * The log over slf4j-simple, which is asked for by name: {@code LoggerFactory} would look for providers with the thread's context
 * class loader, and follow the application's {@code slf4j.provider}.
 *
 * <p>slf4j-simple begins a line with its level. Ours begin with the agent's name, so that one prefix finds them all among the
 * application's own lines; the level, which {@link Log} has decided on, comes second. So every line goes out as SLF4J's WARN,
 * under the name that slf4j-simple shows for it.
 */
final class SimpleLines implements LineWriter {
    private final Logger logger;

    private SimpleLines(Logger logger) {
        this.logger = logger;
    }

    /** Null if it can't be done on this thread. */
    static LineWriter bind() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader settings = new SettingsLoader(settings());
        try {
            thread.setContextClassLoader(settings);
        } catch (RuntimeException e) {
            return null; // ForkJoinPool's innocuous threads refuse; a later line comes from another one
        }
        try {
            SimpleServiceProvider provider = new SimpleServiceProvider();
            provider.initialize();
            return new SimpleLines(provider.getLoggerFactory().getLogger(DirectLines.NAME));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void write(String line, Throwable thrown) {
        if (thrown == null) {
            logger.warn(line);
        } else {
            logger.warn(line, thrown);
        }
    }

    /** The keys are constants that relocation renames, each for itself: they must not become part of a longer constant. */
    private static String settings() {
        StringBuilder text = new StringBuilder();
        text.append(SimpleLogger.WARN_LEVEL_STRING_KEY).append('=').append(DirectLines.NAME);
        text.append('\n').append(SimpleLogger.SHOW_LOG_NAME_KEY).append("=false");
        text.append('\n').append(SimpleLogger.SHOW_THREAD_NAME_KEY).append("=false");
        return text.append('\n').toString();
    }
}
