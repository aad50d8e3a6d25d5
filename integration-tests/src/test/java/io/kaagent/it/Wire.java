package io.kaagent.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A relay between clients and a server that notes what the clients send, each connection by itself. Thread-safe. */
final class Wire implements AutoCloseable {
    private final ServerSocket listening;
    private final int server;
    private List<ByteArrayOutputStream> sent = new ArrayList<>();
    private int open;

    Wire(int server) {
        this.server = server;
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What was sent on each connection since it was last asked, in the order in which they were opened, once all are closed. */
    List<String> take() {
        Await.until(() -> open() == 0, this::open);
        synchronized (this) {
            List<String> taken = sent.stream()
                    .map(bytes -> bytes.toString(StandardCharsets.ISO_8859_1))
                    .toList();
            sent = new ArrayList<>();
            return taken;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized int open() {
        return open;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                ByteArrayOutputStream note = new ByteArrayOutputStream();
                synchronized (this) {
                    sent.add(note);
                    open++;
                }
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                start(() -> {
                    relay(client, there, note);
                    synchronized (this) {
                        open--;
                    }
                });
                start(() -> relay(there, client, new ByteArrayOutputStream()));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    /** Until one of them ends; then so does the other one. */
    private static void relay(Socket from, Socket to, ByteArrayOutputStream note) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                note.write(buffer, 0, got);
                out.write(buffer, 0, got);
            }
        } catch (IOException e) {
            // reset by one of them: the other one is told by the close
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
