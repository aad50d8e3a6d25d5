package io.kaagent.it;

import java.io.IOException;
import java.util.List;

/** What the threads of a JVM were doing, as it tells on its standard output when it gets SIGQUIT. */
final class ThreadDump {
    private static final String LAST_PART = "Heap";

    private ThreadDump() {}

    static String of(long pid, Lines out) {
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
            Await.until(() -> out.others().contains(LAST_PART), () -> "no thread dump");
        } catch (IOException | InterruptedException | AssertionError e) {
            return "no thread dump: " + e;
        }
        List<String> lines = out.others();
        return String.join("\n", lines);
    }
}
