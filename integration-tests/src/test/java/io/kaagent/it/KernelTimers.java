package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The timers of the kernel's TCP connections (Linux), as {@code ss -tno} shows them. */
final class KernelTimers {
    private static final String KEEPALIVE = "02";
    private static final long MILLIS_PER_TICK = 10;

    private KernelTimers() {}

    /**
     * For the one connection to that port: the time to the next keepalive probe, or nothing if none is due.
     * Fields of a line: number, local address, remote address, state, queues, timer:ticks.
     */
    static Optional<Duration> nextProbe(int port) {
        String remote = String.format(":%04X", port);
        List<String[]> connections = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)))
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[2].endsWith(remote) && fields[3].equals("01"))
                .collect(Collectors.toMap(fields -> fields[1], Function.identity(), (one, again) -> again))
                .values()
                .stream()
                .toList(); // the kernel may list one twice where others come and go meanwhile
        if (connections.size() != 1) {
            throw new AssertionError(connections.size() + " connections to " + port);
        }
        String[] timer = connections.get(0)[5].split(":");
        return timer[0].equals(KEEPALIVE)
                ? Optional.of(Duration.ofMillis(Long.parseLong(timer[1], 16) * MILLIS_PER_TICK))
                : Optional.empty();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
