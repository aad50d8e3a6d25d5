package io.kaagent.it.child.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Waits until what a server did to its connections has reached the other side: also over loopback the kernel does that in its own time. */
final class Delivery {
    private static final Path TCP = Paths.get("/proc/net/tcp");
    private static final String ESTABLISHED = "01";
    private static final int LOOKS = 2_000;
    private static final long NANOS_BETWEEN_LOOKS = 1_000_000;

    private Delivery() {}

    /** Of all from this port, both ends of which are on this host. */
    static void await(int port) throws IOException {
        for (int i = 0; i < LOOKS && Files.exists(TCP) && !isDone(String.format(":%04X", port)); i++) {
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
    }

    /** Nothing is on its way, and no client believes in a connection that the server has left. */
    private static boolean isDone(String port) throws IOException {
        Set<String> open = new HashSet<>();
        List<String> believed = new ArrayList<>();
        for (String line : Files.readAllLines(TCP, StandardCharsets.US_ASCII)) {
            String[] fields = line.trim().split(" +"); // number, local, remote, state, queues
            boolean established = fields[3].equals(ESTABLISHED);
            if (fields[1].endsWith(port) && established) {
                if (!fields[4].startsWith("00000000:")) {
                    return false;
                }
                open.add(fields[2]);
            } else if (fields[2].endsWith(port) && established) {
                believed.add(fields[1]);
            }
        }
        return open.containsAll(believed);
    }
}
