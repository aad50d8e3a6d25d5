package io.kaagent.weave;

/** Which JDK this is, where a seam or the JVM differs. */
final class Jdk {
    private Jdk() {}

    /** @param feature 9 or more */
    static boolean isBefore(int feature) {
        String version = System.getProperty("java.specification.version");
        return version.startsWith("1.") || Integer.parseInt(version) < feature;
    }
}
