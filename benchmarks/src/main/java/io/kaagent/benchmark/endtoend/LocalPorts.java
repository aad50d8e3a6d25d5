package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.stream.Stream;

/** Whether there are local ports left for connections to one address: each that lies in TIME_WAIT, for a minute, has one. */
final class LocalPorts {
    /** Of the 28 000 that there are by default; the others are for the next window. */
    private static final int MOST_TAKEN = 15000;

    private static final String TIME_WAIT = " 06 ";

    private LocalPorts() {}

    static void await(URI server) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (Kernel.inTimeWait() > MOST_TAKEN && taken(server) > MOST_TAKEN) {
            Thread.sleep(1000);
        }
        long seconds = (System.nanoTime() - start) / 1000000000;
        if (seconds > 0) {
            System.err.println("waited " + seconds + " s for ports to " + server);
        }
    }

    private static long taken(URI server) throws IOException {
        byte[] bytes = InetAddress.getByName(server.getHost()).getAddress();
        String hex = String.format("%02X%02X%02X%02X:%04X ", bytes[3], bytes[2], bytes[1], bytes[0], server.getPort());
        long taken = 0;
        for (String file : new String[] {"tcp", "tcp6"}) {
            Path path = Paths.get("/proc/self/net/" + file);
            try (Stream<String> lines = Files.lines(path, StandardCharsets.US_ASCII)) {
                taken += lines.filter(line -> line.contains(TIME_WAIT) && line.contains(hex))
                        .count();
            }
        }
        return taken;
    }
}
