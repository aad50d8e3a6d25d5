package io.kaagent.benchmark.start;

import io.kaagent.benchmark.Jdk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one start took. {@code bash} tells what the kernel counts for a process that has ended, which Java 8 can't ask for. */
final class Spent {
    private static final String TIMED = "TIMEFORMAT='%3R %3U %3S'; time \"$@\" 2>/dev/null";

    final double wallMillis;

    /** User and system. */
    final double cpuMillis;

    /** Of the application's request; 0 if it makes none. */
    final double requestMillis;

    private Spent(double wallMillis, double cpuMillis, double requestMillis) {
        this.wallMillis = wallMillis;
        this.cpuMillis = cpuMillis;
        this.requestMillis = requestMillis;
    }

    static Spent by(List<String> command) throws IOException {
        List<String> timed = new ArrayList<>(Arrays.asList("bash", "-c", TIMED, "start"));
        timed.addAll(command);
        List<String> lines = Jdk.lines(new ProcessBuilder(timed));
        String[] seconds = lines.get(lines.size() - 1).split(" ");
        return new Spent(
                Double.parseDouble(seconds[0]) * 1000,
                (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])) * 1000,
                lines.size() == 1 ? 0 : Long.parseLong(lines.get(0)) / 1e6);
    }
}
