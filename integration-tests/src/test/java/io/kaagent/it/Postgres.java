package io.kaagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        NativeServer.assumeInstalled(programs != null, "postgresql");
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
        Path directory = Files.createTempDirectory("ka-postgres");
        if (isRoot()) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
        String data = directory.resolve("data").toString();
        List<String> initdb = asItsUser(programs.resolve("initdb"), "-D", data, "-U", USER, "-A", "trust");
        initdb.addAll(List.of("-E", "UTF8", "--locale=C", "--no-sync"));
        run(initdb, directory);
        int port = NativeServer.freePort();
        List<String> server = asItsUser(programs.resolve("postgres"), "-D", data, "-p", String.valueOf(port));
        server.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        server.addAll(List.of("-c", "log_connections=on", "-c", "lc_messages=C", "-c", "fsync=off"));
        return new Postgres(NativeServer.start(directory, server, "ready to accept connections"), port);
    }

    private static void run(List<String> command, Path directory) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = process.inputReader().lines().toList();
        if (process.onExit().join().exitValue() != 0) {
            // It has removed all that it had written itself.
            Files.delete(directory);
            throw new AssertionError(command + ": " + said);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asItsUser(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
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
