package io.kaagent.it;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real redis-server on a loopback port, that keeps nothing. */
final class Redis implements AutoCloseable {
    private static final String CONNECTIONS = "total_connections_received:";

    private final NativeServer server;
    private final int port;
    private int asked;

    private Redis(NativeServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Skips the tests where there is none to start. */
    static Redis start() {
        String program = program();
        NativeServer.assumeInstalled(program != null, "redis-server");
        int port = NativeServer.freePort();
        List<String> options = List.of("--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        List<String> command = Stream.concat(Stream.of(program, "--port", "" + port), options.stream())
                .toList();
        try {
            Path directory = Files.createTempDirectory("ka-redis");
            return new Redis(NativeServer.start(directory, command, "Ready to accept connections"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** So many connections have been made to it; those that asked for that do not count. */
    long connections() {
        asked++;
        try (Socket socket = new Socket("127.0.0.1", port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write("INFO stats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            String line = in.lines()
                    .filter(one -> one.startsWith(CONNECTIONS))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.substring(CONNECTIONS.length())) - asked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private static String program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> directory + "/redis-server")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElse(null);
    }
}
