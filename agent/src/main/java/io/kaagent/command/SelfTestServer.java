package io.kaagent.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers requests without a body, keeps its connections open unless asked to close, and counts both. */
final class SelfTestServer implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    SelfTestServer() throws IOException {
        start(new Runnable() {
            @Override
            public void run() {
                accept();
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        try {
            while (true) {
                final Socket socket = listening.accept();
                connections.incrementAndGet();
                start(new Runnable() {
                    @Override
                    public void run() {
                        serve(socket);
                    }
                });
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (Socket closing = socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(closing.getInputStream(), StandardCharsets.US_ASCII));
            boolean last = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                last |= line.equalsIgnoreCase("Connection: close");
                if (line.isEmpty()) {
                    requests.incrementAndGet();
                    closing.getOutputStream().write(ANSWER);
                    if (last) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // the client has gone, which the counts will tell
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "ka-agent selftest server");
        thread.setDaemon(true);
        thread.start();
    }
}
