package io.kaagent.benchmark.pool;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the processors have done, in nanoseconds, and how often they were given up. */
final class Cpu {
    private static final String SWITCHES = "voluntary_ctxt_switches:";

    private Cpu() {}

    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static long ofTheJvm() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** Of all threads that live. Linux only; elsewhere 0. */
    static long switches() {
        Path tasks = Path.of("/proc/self/task");
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        long switches = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
            for (Path task : all) {
                switches += switches(task.resolve("status"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switches;
    }

    private static long switches(Path status) throws IOException {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(SWITCHES)) {
                    return Long.parseLong(line.substring(SWITCHES.length()).trim());
                }
            }
        } catch (NoSuchFileException e) {
            return 0; // the thread has ended meanwhile
        }
        return 0;
    }
}
