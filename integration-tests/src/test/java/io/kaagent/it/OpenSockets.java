package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The sockets of an application as its descriptors tell, but for those of the file system: its JVM opens one for whoever attaches to it, such as
 * {@code ka-agent list} of a test beside.
 */
final class OpenSockets {
    private static final int INODE = 6;

    private OpenSockets() {}

    static long of(ClientJvm client) {
        Path process = Path.of("/proc", String.valueOf(client.jvm().pid()));
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            List<String> open = descriptors
                    .map(OpenSockets::target)
                    .filter(Objects::nonNull)
                    .toList();
            List<String> local; // read now: none of those above came later
            try (Stream<String> lines = Files.lines(process.resolve("net/unix"))) {
                local = lines.map(line -> "socket:[" + line.trim().split(" +")[INODE] + "]")
                        .toList();
            }
            return open.stream()
                    .filter(target -> target.startsWith("socket:") && !local.contains(target))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return null; // closed since it was listed
        }
    }
}
