package io.kaagent.url;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** One exchange of the JDK's client with a server of this thread: both ends in a test's hands. */
final class Loopback implements AutoCloseable {
    private static final int BACKLOG = 1;
    private static final int ADDRESSES = 200;
    private static final AtomicInteger MADE = new AtomicInteger();

    /** An address of its own: on one and the same the kernel may give a port again, and the JDK's cache still knows it. */
    private final InetAddress address = InetAddress.getByName("127.0.0." + (1 + MADE.getAndIncrement() % ADDRESSES));

    private final ServerSocket listener = new ServerSocket(0, BACKLOG, address);
    private final Socket server;
    private final Object client;

    /** Sends a request and reads its answer, which has no body: a stream over one would be gone from the stack by now. */
    Loopback(String answer) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                new URL("http://" + address.getHostAddress() + ":" + listener.getLocalPort() + "/").openConnection();
        connection.connect();
        client = clientOf(connection);
        server = listener.accept();
        server.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII)); // before it is asked: one thread
        connection.getInputStream();
    }

    static Loopback idle() throws IOException {
        return new Loopback("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    /** The JDK's. */
    Object client() {
        return client;
    }

    void send(String text) throws IOException {
        server.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    void closeServerSide() throws IOException {
        server.getInputStream().skipNBytes(server.getInputStream().available()); // else it would be a reset
        server.close();
    }

    void resetServerSide() throws IOException {
        server.setSoLinger(true, 0);
        server.close();
    }

    @Override
    public void close() throws IOException {
        JdkClient.close(client);
        server.close();
        listener.close();
    }

    private static Object clientOf(HttpURLConnection connection) {
        try {
            Field http = connection.getClass().getDeclaredField("http");
            http.setAccessible(true);
            return http.get(connection);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
