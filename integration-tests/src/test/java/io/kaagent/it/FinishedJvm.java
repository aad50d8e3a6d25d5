package io.kaagent.it;

import java.util.List;
import java.util.regex.Pattern;

/** What a process left behind. */
record FinishedJvm(int exit, List<String> out, List<String> err) {
    private static final Pattern JVM_LINE = Pattern.compile("^(Picked up |WARNING: |OpenJDK 64-Bit Server VM warning)");

    /** Success, and not a word. */
    static FinishedJvm silent() {
        return new FinishedJvm(0, List.of(), List.of());
    }

    /** The lines of standard error without those of the JVM itself about its own options. */
    List<String> complaints() {
        return err.stream().filter(line -> !JVM_LINE.matcher(line).find()).toList();
    }
}
