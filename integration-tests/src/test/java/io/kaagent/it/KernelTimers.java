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
    private static final String ESTABLISHED = "01";
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int QUEUES = 4;
    private static final int TIMER = 5;
    private static final long MILLIS_PER_TICK = 10;

    private KernelTimers() {}

    /** For the one connection to that port: the time to the next keepalive probe, or nothing if none is due. */
    static Optional<Duration> nextProbe(int port) {
        List<String[]> connections = established(Path.of("/proc/net"), port);
        if (connections.size() != 1) {
            throw new AssertionError(connections.size() + " connections to " + port);
        }
        String[] timer = connections.get(0)[TIMER].split(":");
        return timer[0].equals(KEEPALIVE)
                ? Optional.of(Duration.ofMillis(Long.parseLong(timer[1], 16) * MILLIS_PER_TICK))
                : Optional.empty();
    }

    /** How many connections to that port there are on the host of this application, as far as its kernel knows. */
    static int connections(ClientJvm client, Site site) {
        return established(tables(client), site.port()).size();
    }

    /** Waits until the other side has confirmed all that this application has sent there. */
    static void awaitAcknowledged(ClientJvm client, Site site) {
        Await.until(
                () -> established(tables(client), site.port()).stream()
                        .allMatch(fields -> fields[QUEUES].startsWith("00000000:")),
                () -> "not confirmed");
    }

    /** The fields of each: number, local address, remote address, state, queues, timer:ticks. */
    private static List<String[]> established(Path tables, int port) {
        String remote = String.format(":%04X", port);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(tables.resolve(table)))
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[REMOTE].endsWith(remote) && fields[STATE].equals(ESTABLISHED))
                .collect(Collectors.toMap(fields -> fields[1], Function.identity(), (one, again) -> again))
                .values()
                .stream()
                .toList(); // the kernel may list one twice where others come and go meanwhile
    }

    private static Path tables(ClientJvm client) {
        return Path.of("/proc", String.valueOf(client.jvm().pid()), "net");
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
