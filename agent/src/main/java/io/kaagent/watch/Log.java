package io.kaagent.watch;

import io.kaagent.config.LogLevel;

/**
 * The log of the agent: {@code ka-agent WARN 2026-01-31T23:59:59.999Z message} on the standard error stream of the moment.
 *
 * <p>Any thread may call it, at any time, with any lock held; no method throws. A line below the level costs one volatile read, but
 * its message has been built by then: ask {@link #isDebug()} before building one on a busy path.
 */
public final class Log {
    private static final Output OUTPUT = new Output();
    private static final Rarely RARELY = new Rarely();

    private static volatile int level = LogLevel.WARN.ordinal();

    private Log() {}

    /** Set by the start, WARN until then. */
    public static void level(LogLevel wanted) {
        level = wanted.ordinal();
    }

    /** The start is over: from now on the first line that passes the level binds SLF4J. Lines before are printed without it. */
    public static void started() {
        OUTPUT.mayBind();
    }

    public static boolean isInfo() {
        return passes(LogLevel.INFO);
    }

    public static boolean isDebug() {
        return passes(LogLevel.DEBUG);
    }

    public static boolean isTrace() {
        return passes(LogLevel.TRACE);
    }

    public static void warn(String message) {
        line(LogLevel.WARN, message, null);
    }

    public static void warn(String message, Throwable thrown) {
        line(LogLevel.WARN, message, thrown);
    }

    public static void info(String message) {
        line(LogLevel.INFO, message, null);
    }

    public static void info(String message, Throwable thrown) {
        line(LogLevel.INFO, message, thrown);
    }

    public static void debug(String message) {
        line(LogLevel.DEBUG, message, null);
    }

    public static void debug(String message, Throwable thrown) {
        line(LogLevel.DEBUG, message, thrown);
    }

    public static void trace(String message) {
        line(LogLevel.TRACE, message, null);
    }

    public static void trace(String message, Throwable thrown) {
        line(LogLevel.TRACE, message, thrown);
    }

    /** At most one line a minute for each key; it tells how many were held back since the last. Keys are constants. */
    public static void warnRarely(String key, String message) {
        if (passes(LogLevel.WARN)) {
            int heldBack = RARELY.heldBack(key, System.nanoTime());
            if (heldBack != Rarely.NOT_NOW) {
                line(LogLevel.WARN, heldBack == 0 ? message : message + " (and " + heldBack + " more like it)", null);
            }
        }
    }

    /** Whether {@link #warnRarely} would say something with this key. Spares building a message that will not be seen. */
    public static boolean isDue(String key) {
        return passes(LogLevel.WARN) && RARELY.isDue(key, System.nanoTime());
    }

    private static boolean passes(LogLevel line) {
        return line.ordinal() <= level;
    }

    private static void line(LogLevel line, String message, Throwable thrown) {
        if (passes(line)) {
            StringBuilder text = new StringBuilder(40 + (message == null ? 4 : message.length()));
            text.append(line.name()).append(' ');
            Timestamp.append(text, System.currentTimeMillis()).append(' ').append(message);
            OUTPUT.write(text.toString(), thrown);
        }
    }
}
