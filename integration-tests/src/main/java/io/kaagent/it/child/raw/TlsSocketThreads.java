package io.kaagent.it.child.raw;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/**
 * An application that reads the answers to requests with {@code Connection: close} to their end, while another thread does something with
 * the same TLS socket. It answers with what went wrong, each kind once.
 */
public final class TlsSocketThreads {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LENGTH = 90;
    private static final int PART = 30;
    private static final int MOMENT_NANOS = 60_000;
    private static final int LESSONS = 2;

    /** Each so manyth round may go on with the connection of another. */
    private static final int OWN_AGAIN = 4;

    /** Who has set an option like this has a connection that nobody else gets. */
    private static final int UNCOMMON_BUFFER = 50_000;

    private static final AtomicInteger IDS = new AtomicInteger();

    private final Random random = new Random(7);
    private volatile SSLSocket looked;

    public static void main(String[] none) throws IOException {
        Control.obey(new TlsSocketThreads()::handle);
    }

    private Message handle(Message message) throws Exception {
        int port = message.number("port");
        for (int i = 0; i < LESSONS; i++) {
            ask(port);
        }
        Set<String> failures = ConcurrentHashMap.newKeySet();
        Thread looker = message.verb().equals("look") ? started(() -> look(failures), "looker") : null;
        for (int round = 0; round < message.number("rounds"); round++) {
            try (SSLSocket socket = socket(port)) {
                round(message.verb(), socket, round);
            } catch (Exception | LinkageError e) {
                failures.add(e.toString());
            }
        }
        if (looker != null) {
            looker.interrupt();
            looker.join(PATIENCE_MILLIS);
        }
        ask(port);
        return Control.ok().with("failures", String.join("; ", failures));
    }

    private void round(String verb, SSLSocket socket, int round) throws Exception {
        switch (verb) {
            case "close":
                if (round % OWN_AGAIN > 0) {
                    socket.setReceiveBufferSize(UNCOMMON_BUFFER);
                }
                closeWhileItIsRead(socket);
                break;
            case "write":
                writeWhenItIsAnswered(socket);
                break;
            default:
                readWhileItIsLookedAt(socket);
        }
    }

    /** About when it comes to the end. */
    private void closeWhileItIsRead(SSLSocket socket) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        int nanos = random.nextInt(MOMENT_NANOS);
        String id = id();
        FutureTask<Integer> reading = new FutureTask<>(() -> readOn(socket, id, answered));
        started(reading, "reader");
        write(socket, "GET", "id=" + id, "");
        while (answered.getCount() > 0 && !reading.isDone()) {
            Thread.yield();
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {
            Thread.yield();
        }
        socket.close();
        require(socket.isClosed(), "open after close()");
        try {
            reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            require(e.getCause() instanceof IOException, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("still reading", e);
        }
    }

    /** The server answers when it has seen the head; the rest of the body follows when the other thread has seen the end, or waits for it. */
    private static void writeWhenItIsAnswered(SSLSocket socket) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        String id = id();
        write(socket, "POST", "early&id=" + id, "Content-Length: " + LENGTH + "\r\n");
        socket.getOutputStream().write(new byte[PART]);
        FutureTask<Integer> reading = new FutureTask<>(() -> readOn(socket, id, answered));
        Thread reader = started(reading, "reader");
        require(answered.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS), "no answer");
        while (!reading.isDone() && !TwoThreads.isReading(reader)) {
            Thread.yield();
        }
        for (int written = PART; written < LENGTH; written += PART) {
            socket.getOutputStream().write(new byte[PART]);
        }
        require(reading.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) < 0, "more than the answer");
    }

    /** Each time on a connection of its own, which this socket has made. */
    private void readWhileItIsLookedAt(SSLSocket socket) throws Exception {
        String id = id();
        write(socket, "GET", "id=" + id, "");
        String status = Reading.line(socket.getInputStream());
        looked = socket;
        try {
            answer(status, socket.getInputStream(), id);
            require(socket.getInputStream().read() < 0, "more than the answer");
            require(!socket.isClosed(), "closed before close()");
        } finally {
            looked = null;
            socket.setReceiveBufferSize(UNCOMMON_BUFFER);
        }
    }

    private void look(Set<String> failures) {
        while (!Thread.currentThread().isInterrupted()) {
            SSLSocket socket = looked;
            if (socket == null) {
                Thread.yield();
                continue;
            }
            String protocol = socket.getSession().getProtocol();
            boolean closed = socket.isClosed();
            if (looked == socket && (closed || !protocol.startsWith("TLS"))) {
                failures.add("looked at " + protocol + (closed ? " of a closed socket" : ""));
            }
        }
    }

    private static void ask(int port) throws IOException {
        try (Socket socket = socket(port)) {
            String id = id();
            write(socket, "GET", "id=" + id, "");
            readOn(socket, id, new CountDownLatch(1));
        }
    }

    private static SSLSocket socket(int port) throws IOException {
        SSLSocket socket = (SSLSocket) Transport.TLS.socket(Visit.HOST, port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String id() {
        return "threads." + IDS.incrementAndGet();
    }

    private static void write(Socket socket, String method, String query, String fields) throws IOException {
        String head = method + " /?obeys&" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + fields;
        socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static int readOn(Socket socket, String id, CountDownLatch answered) throws IOException {
        answer("", socket.getInputStream(), id);
        answered.countDown();
        return socket.getInputStream().read();
    }

    /** @param begun what was read of it before */
    private static void answer(String begun, InputStream in, String id) throws IOException {
        String head = begun + Reading.head(in);
        if (!head.endsWith("\r\n\r\n")) {
            throw new EOFException("after " + head);
        }
        Reading.exactly(in, Reading.length(head));
        require(id.equals(Reading.field(head, "x-id")), "not the answer to " + id + ": " + head);
    }

    private static Thread started(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void require(boolean right, Object otherwise) {
        if (!right) {
            throw new IllegalStateException(String.valueOf(otherwise));
        }
    }
}
