package io.kaagent.start;

/** What the start says. Straight to stderr, in one write a line: a logging framework would be the dearest part of the start. */
final class Console {
    private Console() {}

    /** {@code ka-agent WARN ...}. */
    static void warn(String text) {
        System.err.println("ka-agent WARN " + text);
    }

    static void line(String text) {
        System.err.println("ka-agent " + text);
    }
}
