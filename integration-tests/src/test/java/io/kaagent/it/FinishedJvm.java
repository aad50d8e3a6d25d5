package io.kaagent.it;

import java.util.List;

/** What a process left behind. */
record FinishedJvm(int exit, List<String> out, List<String> err) {
    /** Part of what a JVM prints when its boot path has grown after its start. */
    static final String SHARING = "Sharing is only supported for boot loader classes";

    /** Success, and not a word. */
    static FinishedJvm silent() {
        return new FinishedJvm(0, List.of(), List.of());
    }

    /** Standard error without the lines that the JVM itself prints about an option it was given. */
    List<String> errWithout(String jvmLine) {
        return without(jvmLine, err);
    }

    /** Standard error without what depends on how long callers had to wait. */
    List<String> errWithoutWaits() {
        return err.stream().filter(line -> !Waits.isToldIn(line)).toList();
    }

    List<String> outWithout(String jvmLine) {
        return without(jvmLine, out);
    }

    private static List<String> without(String part, List<String> lines) {
        return lines.stream().filter(line -> !line.contains(part)).toList();
    }
}
