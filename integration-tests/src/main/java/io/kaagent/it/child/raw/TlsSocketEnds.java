package io.kaagent.it.child.raw;

import io.kaagent.it.child.Bodies;
import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** An application that ends its TLS sockets in uncommon ways: one socket a step, closed before the next is made. */
public final class TlsSocketEnds {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int IMPATIENCE_MILLIS = 100;
    private static final int LENGTH = 3_000;
    private static final int LOW_DELAY = 16;
    private static final int SMALL_BUFFER = 10_000;
    private static final int GREETING = 8_000;
    private static final int RECORD_HEADER = 5;
    private static final int HALF_A_RECORD = 40;
    private static final AtomicInteger IDS = new AtomicInteger();

    /** What the collector clears away, the agent tidies up: then nobody would see that it had got lost. */
    private final List<Socket> kept = new ArrayList<>();

    private final SeenIdentification seen = new SeenIdentification();

    public static void main(String[] none) throws IOException {
        Control.obey(new TlsSocketEnds()::handle);
    }

    private Message handle(Message message) throws Exception {
        int port = message.number("port");
        if (message.verb().equals("closers")) {
            return TwoClosers.run(port, message.number("requests"));
        }
        List<String> saw = new ArrayList<>();
        for (String step : message.get("steps").split(",")) {
            saw.add(seen(step, Transport.valueOf(message.get("transport")), port));
        }
        return Control.ok().with("saw", String.join(",", saw));
    }

    /** The number of the connection that the answer came by, or what happened instead. */
    private String seen(String step, Transport transport, int port) {
        try {
            return step(step, transport, port);
        } catch (Exception e) {
            return e.getClass().getSimpleName();
        }
    }

    private String step(String step, Transport transport, int port) throws Exception {
        switch (step) {
            case "plain":
                return end("ask", Transport.PLAIN.socket(Visit.HOST, port));
            case "renegotiate":
                return renegotiate(seen.factory().createSocket(Visit.HOST, port), "renegotiate&");
            case "identify":
                return renegotiate(seen.factory().createSocket(Visit.HOST, port), "");
            case "seen":
                return seen.all();
            case "options":
                return options(transport.socket(Visit.HOST, port));
            case "mute below":
                return muteBelow(new Socket(Visit.HOST, port));
            case "greeted":
                return greeted(new Socket(Visit.HOST, port));
            default:
                return end(step, transport.socket(Visit.HOST, port));
        }
    }

    /** Of a socket that is closed unused; which others have set before it does not see. */
    private String options(Socket made) throws IOException {
        kept.add(made);
        try (Socket socket = made) {
            String before = socket.getSoLinger() + " " + socket.getTrafficClass() + " "
                    + (socket.getReceiveBufferSize() > SMALL_BUFFER);
            socket.setSoLinger(true, 0);
            socket.setTrafficClass(LOW_DELAY);
            socket.setReceiveBufferSize(SMALL_BUFFER);
            return before;
        }
    }

    private String end(String step, Socket made) throws Exception {
        kept.add(made);
        try (Socket socket = made) {
            socket.setSoTimeout(step.equals("time out") ? IMPATIENCE_MILLIS : PATIENCE_MILLIS);
            switch (step) {
                case "ask":
                    return ask(socket, "");
                case "time out":
                    return ask(socket, "delay=500&");
                case "reset":
                    return ask(socket, "reset=" + 2 * LENGTH + "&");
                case "handshake":
                    ((SSLSocket) socket).startHandshake();
                    return "shaken";
                case "header":
                    return readPartOfMore(socket, RECORD_HEADER);
                case "half":
                    return readPartOfMore(socket, HALF_A_RECORD);
                case "header and again":
                    return readPartOfMore(socket, RECORD_HEADER) + "+" + whose(socket, "delay=100&");
                case "whose":
                    return whose(socket, "");
                case "mute":
                    return muteAfterTheStatusLine(socket);
                case "mute waiting":
                    return muteWhileAnotherReads(socket);
                default:
                    return invalidate((SSLSocket) socket);
            }
        }
    }

    /** The server is long about closing its side. */
    private static String muteBelow(Socket plain) throws Exception {
        try (Socket socket = Transport.LAYERED.over(plain)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String connection = ask(socket, "leave=100&");
            plain.shutdownOutput();
            return connection;
        }
    }

    /** Asks only when the server's greeting is there, which is longer than what TLS itself sends after the handshake. */
    private static String greeted(Socket plain) throws Exception {
        try (SSLSocket socket = (SSLSocket) Transport.LAYERED.over(plain)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            long start = System.nanoTime();
            while (plain.getInputStream().available() < GREETING) {
                Thread.yield();
                if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
                    throw new SocketTimeoutException("no greeting");
                }
            }
            return whose(socket, "delay=100&");
        }
    }

    private static String readPartOfMore(Socket socket, int bytes) throws IOException {
        String connection = ask(socket, "part=" + bytes + "&");
        socket.setSoTimeout(IMPATIENCE_MILLIS);
        try {
            return connection + " and " + socket.getInputStream().read();
        } catch (SocketTimeoutException e) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return connection;
        }
    }

    /** Whose answer comes first. */
    private static String whose(Socket socket, String query) throws IOException {
        send(socket, query);
        String head = Reading.head(socket.getInputStream());
        Reading.exactly(socket.getInputStream(), Reading.length(head));
        return Reading.field(head, "x-id");
    }

    private static String muteAfterTheStatusLine(Socket socket) throws Exception {
        String id = send(socket, "");
        String status = Reading.line(socket.getInputStream());
        socket.shutdownOutput();
        return answer(status, socket.getInputStream(), id);
    }

    private static String muteWhileAnotherReads(Socket socket) throws Exception {
        String id = send(socket, "delay=300&");
        FutureTask<String> answer = new FutureTask<>(() -> answer("", socket.getInputStream(), id));
        Thread reader = new Thread(answer, "reader");
        reader.setDaemon(true);
        reader.start();
        while (reader.isAlive() && !TwoThreads.isReading(reader)) {
            Thread.yield();
        }
        socket.shutdownOutput();
        return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static String invalidate(SSLSocket socket) throws Exception {
        String connection = ask(socket, "");
        SSLSession session = socket.getSession();
        socket.close();
        session.invalidate();
        return connection;
    }

    private static String renegotiate(Socket made, String query) throws Exception {
        try (SSLSocket socket = (SSLSocket) made) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.2"});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return ask(socket, query);
        }
    }

    static String ask(Socket socket, String query) throws IOException {
        String id = send(socket, query);
        return answer("", socket.getInputStream(), id);
    }

    private static String send(Socket socket, String query) throws IOException {
        String id = "ends." + IDS.incrementAndGet();
        String head = "POST /?" + query + "id=" + id + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + LENGTH;
        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(Bodies.of(id, LENGTH));
        return id;
    }

    /** @param begun what was read of it before */
    private static String answer(String begun, InputStream in, String id) throws IOException {
        String head = begun + Reading.head(in);
        if (!head.endsWith("\r\n\r\n")) {
            throw new EOFException("after " + head);
        }
        byte[] body = Reading.exactly(in, Reading.length(head));
        if (!id.equals(Reading.field(head, "x-id")) || !Arrays.equals(body, Bodies.of(id, LENGTH))) {
            throw new IllegalStateException("not the answer to " + id + ": " + head);
        }
        return Reading.field(head, "x-connection");
    }
}
