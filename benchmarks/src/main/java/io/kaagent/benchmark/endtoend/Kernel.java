package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;

/** What Linux has counted on this host, which is this network namespace. */
final class Kernel {
    private Kernel() {}

    /** Connections opened from here so far. */
    static long opened() {
        return counter("snmp", "Tcp:", "ActiveOpens");
    }

    /** Connections that have come to lie in TIME_WAIT less those that lay there and were taken for a new one: what is left, whether its minute is over or not. */
    static long left() {
        return counter("netstat", "TcpExt:", "TW") - counter("netstat", "TcpExt:", "TWRecycled");
    }

    static long inTimeWait() {
        List<String> tcp = words(lines("sockstat").stream()
                .filter(line -> line.startsWith("TCP:"))
                .findFirst()
                .orElse("tw 0"));
        return Long.parseLong(tcp.get(tcp.indexOf("tw") + 1));
    }

    /** Of user and system time, that all threads of such a process have had so far; 0: there is none. */
    static long cpuNanos(long pid) {
        try {
            String stat = read("/proc/" + pid + "/stat");
            List<String> fields = words(stat.substring(stat.lastIndexOf(')') + 2));
            return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) * 10000000; // ticks of 10 ms
        } catch (IOException e) {
            return 0;
        }
    }

    private static long counter(String file, String kind, String name) {
        String names = null;
        for (String line : lines(file)) {
            if (line.startsWith(kind)) {
                if (names != null) {
                    return Long.parseLong(words(line).get(words(names).indexOf(name)));
                }
                names = line;
            }
        }
        return 0;
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.trim().split(" +"));
    }

    private static List<String> lines(String file) {
        try {
            return Arrays.asList(read("/proc/self/net/" + file).split("\n"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) throws IOException {
        return new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.US_ASCII);
    }
}
