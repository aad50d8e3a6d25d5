package io.kaagent.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server of the world, such as PostgreSQL, with a directory of its own. A shell stands between: it stops the server and removes the directory
 * as soon as its input ends, which is when the test closes it, or when the JVM of the tests ends, in whatever way.
 */
final class NativeServer implements AutoCloseable {
    private static final String GUARD = "trap : INT TERM HUP; directory=$1; shift; \"$@\" & server=$!; cat >/dev/null;"
            + " kill -INT $server; wait $server; rm -rf \"$directory\"";
    private static final int PATIENCE_SECONDS = 30;

    private final Path log;
    private final Process guard;

    private NativeServer(Path log, Process guard) {
        this.log = log;
        this.guard = guard;
    }

    /**
     * Returns when the server has said that it is ready.
     *
     * @param directory exists, and does not at the end
     */
    static NativeServer start(Path directory, List<String> command, String ready) {
        Path log = directory.resolve("log");
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "guard", directory.toString()));
        guarded.addAll(command);
        try {
            Process guard = new ProcessBuilder(guarded)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            NativeServer server = new NativeServer(log, guard);
            Await.until(() -> server.log().contains(ready), server::log);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the tests, and tells why, where it is not installed. */
    static void assumeInstalled(boolean installed, String debianPackage) {
        String reason = "Not installed, so not tested with: " + debianPackage;
        if (!installed) {
            System.out.println(reason);
        }
        assumeTrue(installed, reason);
    }

    /** Of the loopback address. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it has written so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                throw new AssertionError("still running: " + log());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
