package io.kaagent.start;

/** The version of this build, as the manifest says it too (a test of the jar compares them). */
public final class Version {
    public static final String CURRENT = "0.1.0";

    private Version() {}
}
