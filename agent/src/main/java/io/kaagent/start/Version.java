package io.kaagent.start;

/** The version of this build, as the manifest says it too (a test of the jar compares them). */
public final class Version {
    /** Not a constant expression: a compiler would copy it, and two copies of the agent could not be told apart. */
    public static final String CURRENT = String.valueOf("0.1.0");

    private Version() {}
}
