package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL without TLS on a loopback port, that trusts everybody and keeps nothing. */
final class Postgres implements AutoCloseable {
    static final String USER = "legacy";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    /** Written for each connection as soon as it is accepted, before it says what it is for. */
    private static final String CONNECTION = "LOG:  connection received:";

    private final NativeServer server;
    private final int port;

    private Postgres(NativeServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Skips the tests where there is none to start. */
    static Postgres start() {
        Path programs = programs();
        assumeThat(programs)
                .as("no PostgreSQL in %s: please install the package postgresql", DEBIAN)
                .isNotNull();
        try {
            return start(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** So many connections have been made to it, also those that only ask it to cancel a query. */
    long connections() {
        return server.log().lines().filter(line -> line.contains(CONNECTION)).count();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Postgres start(Path programs) throws IOException {
        List<String> asItsUser = asItsUser();
        Path directory = Files.createTempDirectory("ka-postgres");
        if (!asItsUser.isEmpty()) {
            Files.setOwner(
                    directory,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        Path data = directory.resolve("data");
        List<String> initdb = new ArrayList<>(asItsUser);
        initdb.addAll(List.of(programs.resolve("initdb").toString(), "-D", data.toString(), "-U", USER));
        initdb.addAll(List.of("-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
        run(initdb, directory);
        int port = NativeServer.freePort();
        List<String> command = new ArrayList<>(asItsUser);
        command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data.toString(), "-p", "" + port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(List.of("-c", "log_connections=on", "-c", "lc_messages=C", "-c", "fsync=off"));
        return new Postgres(NativeServer.start(directory, command, "ready to accept connections"), port);
    }

    private static void run(List<String> command, Path directory) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        process.inputReader().lines().forEach(said::add);
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asItsUser() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--")
                : List.of();
    }

    /** The directory of the newest one, or null. */
    private static Path programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return null;
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
