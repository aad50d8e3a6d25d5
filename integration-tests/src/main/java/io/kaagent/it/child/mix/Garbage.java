package io.kaagent.it.child.mix;

/** What was dropped, and what hangs on it. */
public final class Garbage {
    private Garbage() {}

    /** Twice: what is finalized is free only afterwards. */
    @SuppressWarnings({"deprecation", "removal"})
    public static void collect() {
        System.gc();
        System.runFinalization();
        System.gc();
    }
}
