package io.kaagent.it;

/** What the agent warns of where callers wait for a connection: who waits for more than a second is a matter of how fast the machine is. */
final class Waits {
    private Waits() {}

    /** Of those who wait, or who got none: these have been told so by an exception, which is what a test looks at. */
    static boolean isToldIn(String line) {
        return line.startsWith("ka-agent WARN ")
                && (line.contains(" reached for ") || line.contains(" no connection to "));
    }
}
