package io.kaagent.it;

/** What a run has taken: for the docs, nothing is asserted of it. */
final class Figures {
    private static final double SECOND = 1e9;

    private Figures() {}

    /** @param format of the seconds since then */
    static void tell(String test, Jdk jdk, String format, long since) {
        System.out.printf(test + " on " + jdk + ": " + format + "%n", (System.nanoTime() - since) / SECOND);
    }
}
