package io.kaagent.it.child.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** The kernel's list of connections. */
public final class Established {
    private static final String ESTABLISHED = "01";

    private Established() {}

    /** Connections to these listeners that neither side has closed; {@code otherwise} where the platform has no such list. */
    public static int to(List<ServerSocket> listeners, int otherwise) throws IOException {
        Path tcp = Paths.get("/proc/net/tcp");
        if (!Files.exists(tcp)) {
            return otherwise;
        }
        return count(tcp, listeners) + count(Paths.get("/proc/net/tcp6"), listeners);
    }

    /** The kernel may list a connection twice where others come and go meanwhile. */
    private static int count(Path table, List<ServerSocket> listeners) throws IOException {
        Set<String> connections = new HashSet<>();
        if (Files.exists(table)) {
            for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                addTo(connections, line, listeners);
            }
        }
        return connections.size();
    }

    /** Fields: number, local address:port, remote address:port, state. */
    private static void addTo(Set<String> connections, String line, List<ServerSocket> listeners) {
        StringTokenizer fields = new StringTokenizer(line);
        fields.nextToken();
        String local = fields.nextToken();
        String remote = fields.nextToken();
        if (fields.nextToken().equals(ESTABLISHED) && isOne(port(local), listeners)) {
            connections.add(local + " " + remote);
        }
    }

    private static boolean isOne(int port, List<ServerSocket> listeners) {
        for (ServerSocket listener : listeners) {
            if (listener.getLocalPort() == port) {
                return true;
            }
        }
        return false;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
}
