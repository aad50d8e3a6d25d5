package io.kaagent.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Two origins whose answers are given when a scenario says so, and not before. Connections are numbered in the order in which they come.
 * Thread-safe.
 */
final class TracedServer implements AutoCloseable {
    private final Map<String, ServerSocket> origins = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Map<String, Connection> arrived = new HashMap<>();
    private final TreeSet<String> events = new TreeSet<>();

    TracedServer() {
        listen("A");
        listen("B");
    }

    int port(String origin) {
        return origins.get(origin).getLocalPort();
    }

    /** What has happened since it was last asked: which request came on which connection, and which connections were closed. */
    synchronized String takeEvents() {
        String text = String.join(", ", events);
        events.clear();
        return text;
    }

    /** Requests that have come. */
    synchronized int arrived() {
        return arrived.size();
    }

    synchronized boolean hasCome(String name) {
        return arrived.containsKey(name);
    }

    /** Connections that are open, as far as it knows. */
    synchronized int open() {
        return (int) connections.stream().filter(connection -> connection.open).count();
    }

    /**
     * Answers the request of that name.
     *
     * @param how {@code close} says so and does, {@code 1.0} is of that version, {@code fin} closes without a word, {@code cut} in the midst of
     *     the body, {@code chunked}, {@code hint=5,10} is the Keep-Alive field
     */
    void answer(String name, String how) {
        Connection connection = connectionOf(name);
        StringBuilder head = new StringBuilder(how.equals("1.0") ? "HTTP/1.0 200 OK\r\n" : "HTTP/1.1 200 OK\r\n");
        if (how.startsWith("hint=")) {
            String[] values = how.substring(5).split(",");
            head.append("Keep-Alive: timeout=").append(values[0]);
            head.append(values.length > 1 ? ", max=" + values[1] : "").append("\r\n");
        }
        boolean closes = connection.asksForClose || how.equals("close");
        head.append(closes ? "Connection: close\r\n" : "");
        if (how.equals("chunked")) {
            connection.say(head + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n");
        } else {
            connection.say(head + "Content-Length: " + (how.equals("cut") ? 100 : 2) + "\r\n\r\nhi");
        }
        if (closes || how.equals("1.0") || how.equals("fin") || how.equals("cut")) {
            connection.close();
        }
    }

    /** Closes the connection on which that request came. */
    void closeConnectionOf(String name) {
        connectionOf(name).close();
    }

    @Override
    public void close() {
        try {
            for (ServerSocket origin : origins.values()) {
                origin.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List.copyOf(connections).forEach(Connection::close);
    }

    private synchronized Connection connectionOf(String name) {
        return arrived.get(name);
    }

    private void listen(String origin) {
        try {
            ServerSocket listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            origins.put(origin, listening);
            start(() -> accept(listening));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Connection connection = new Connection(listening.accept());
                synchronized (this) {
                    connections.add(connection);
                    connection.number = connections.size();
                }
                start(connection::serve);
            }
        } catch (IOException e) {
            // closed: the scenario is over
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private final class Connection {
        private final Socket socket;
        private int number;
        private boolean open = true;
        private boolean asksForClose;

        Connection(Socket socket) {
            this.socket = socket;
        }

        void serve() {
            try {
                InputStream in = new BufferedInputStream(socket.getInputStream());
                for (String head = head(in); head != null; head = head(in)) {
                    in.readNBytes(head.contains("ontent-") ? 3 : 0);
                    arrives(head.substring(head.indexOf('/') + 1, head.indexOf('?')), head);
                }
            } catch (IOException e) {
                // reset: it is closed below
            }
            close();
        }

        private void arrives(String name, String head) {
            synchronized (TracedServer.this) {
                asksForClose = head.contains("onnection: close");
                arrived.put(name, this);
                events.add(name + " on " + number);
            }
        }

        private String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return null;
                }
                head.append((char) next);
            }
            return head.toString();
        }

        void say(String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            synchronized (TracedServer.this) {
                if (!open) {
                    return;
                }
                open = false;
                events.add("closed " + number);
            }
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
