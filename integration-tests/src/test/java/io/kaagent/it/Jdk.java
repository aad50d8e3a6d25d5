package io.kaagent.it;

import java.nio.file.Path;

/** One JDK: its feature release, such as 17, and where it lies. */
record Jdk(int feature, Path home) {
    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    boolean isAtLeast(int other) {
        return feature >= other;
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
