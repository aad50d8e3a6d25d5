package io.kaagent.it.child.server;

import io.kaagent.it.child.Bodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The answer to one request, as its query wants it: body (length), chunked (of 40 bytes each, or so many), status, redirect, delay (ms), hold (until released), close, hint (value of
 * Keep-Alive), connection (value of that field), version, challenge (Basic, once for each id), late (as many bytes as the body has come so many ms later), endless (chunks, one each so many ms), last (the last chunk comes so many ms later), stray (a second response right behind), part (so many bytes of such a second response's record, the others when the next request
 * begins), early (before the request's body has come; the request counts as arrived when it has), goodbye (if the connection ends then it does before that, with one of TLS), reset (so many bytes before the end, at the latest before the first), renegotiate, drop (no answer; with "reused" only on a connection that
 * has answered before), leave (closes so many ms after the answer, without saying so), obeys (closes, and says so, if the request asks for
 * it, and says keep-alive if not; with "eof" a chunked body is ended by the close then), xmlrpc.
 */
final class Answer {
    static final byte[] STRAY = ascii("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Id: stray\r\n\r\nSTRAY");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final int CHUNK = 40;
    private static final int GREETING = 8_000;

    private final Peer peer;
    private final Request request;

    Answer(Peer peer, Request request) {
        this.peer = peer;
        this.request = request;
    }

    /** A response before the first request. */
    static byte[] greeting() {
        byte[] body = Bodies.of("greeting", GREETING);
        byte[] head = ascii("HTTP/1.1 200 OK\r\nContent-Length: " + GREETING + "\r\nX-Id: greeting\r\n\r\n");
        byte[] whole = Arrays.copyOf(head, head.length + GREETING);
        System.arraycopy(body, 0, whole, head.length, GREETING);
        return whole;
    }

    /** Returns whether the connection lives on. */
    boolean writeTo(OutputStream out) throws IOException {
        await();
        if (request.wants("drop") && (!request.wants("drop", "reused") || peer.served() > 1)) {
            return false;
        }
        if (request.wants("renegotiate")) {
            peer.renegotiate();
        }
        byte[] whole = bytes();
        if (request.wants("reset")) {
            out.write(whole, 0, Math.max(0, whole.length - request.number("reset", 0)));
            out.flush();
            peer.socket().setSoLinger(true, 0);
            return false;
        }
        if (request.wants("endless")) {
            writeWithoutEnd(out);
        }
        int late = late();
        out.write(whole, 0, whole.length - late);
        out.flush();
        if (late > 0) {
            pause(request.number("late", 0) + request.number("last", 0));
            out.write(whole, whole.length - late, late);
            out.flush();
        }
        if (request.wants("part")) {
            peer.beginUnasked(request.number("part", 0));
        }
        pause(request.number("leave", 0));
        return !closes() && !request.wants("leave");
    }

    /** Until the client goes away. */
    private void writeWithoutEnd(OutputStream out) throws IOException {
        out.write(ascii("HTTP/1.1 200 Whatever\r\nX-Id: " + request.id() + "\r\nTransfer-Encoding: chunked\r\n\r\n"));
        while (true) {
            out.write(ascii("5\r\ntick\n\r\n"));
            out.flush();
            pause(request.number("endless", 0));
        }
    }

    private int late() throws IOException {
        if (request.wants("last")) {
            return LAST_CHUNK.length;
        }
        return request.wants("late") ? body().length : 0;
    }

    private boolean closes() {
        return request.wants("close") || obeys();
    }

    private boolean obeys() {
        return request.wants("obeys") && request.asksForClose();
    }

    private boolean chunks() {
        return request.wants("chunked") && !endsBodyByClose();
    }

    private boolean endsBodyByClose() {
        return obeys() && request.wants("chunked") && request.wants("obeys", "eof");
    }

    private void await() {
        try {
            if (request.wants("hold")) {
                peer.site().gate().acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pause(request.number("delay", 0));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All in one packet. */
    private byte[] bytes() throws IOException {
        byte[] body = body();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ascii(head(body)));
        if (!request.is("HEAD")) {
            writeBody(body, bytes);
        }
        if (request.wants("stray")) {
            bytes.write(STRAY);
        }
        return bytes.toByteArray();
    }

    private byte[] body() {
        if (request.wants("xmlrpc")) {
            return XmlRpc.response(request);
        }
        return request.body().length > 0 ? request.body() : Bodies.of(request.id(), request.number("body", 20));
    }

    private void writeBody(byte[] body, ByteArrayOutputStream bytes) throws IOException {
        if (!chunks()) {
            bytes.write(body);
            return;
        }
        int chunk = request.wants("chunked", "") ? CHUNK : request.number("chunked", CHUNK);
        for (int from = 0; from < body.length; from += chunk) {
            int length = Math.min(chunk, body.length - from);
            bytes.write(ascii(Integer.toHexString(length) + "\r\n"));
            bytes.write(body, from, length);
            bytes.write(ascii("\r\n"));
        }
        bytes.write(LAST_CHUNK);
    }

    private String head(byte[] body) {
        boolean challenges = request.wants("challenge") && !request.answersChallenge();
        int status = challenges ? 401 : request.number("status", 200);
        StringBuilder head = new StringBuilder("HTTP/" + version() + " " + status + " Whatever\r\n");
        header(head, "X-Id", request.id());
        header(head, "X-Length", body.length);
        header(head, "X-Connection", peer.number());
        head.append(peer.acquaintance());
        if (!endsBodyByClose()) {
            header(head, chunks() ? "Transfer-Encoding" : "Content-Length", framing(body));
        }
        if (request.wants("redirect")) {
            header(head, "Location", "/?body=10&id=" + request.id() + (request.wants("obeys") ? "&obeys" : ""));
        }
        if (challenges) {
            header(head, "WWW-Authenticate", "Basic realm=\"" + request.id() + "\"");
        }
        if (closes()) {
            header(head, "Connection", "close");
        } else if (request.wants("obeys")) {
            header(head, "Connection", "keep-alive");
            header(head, "Keep-Alive", "timeout=20");
        }
        if (request.wants("connection")) {
            header(head, "Connection", request.how("connection").replace('+', ' '));
        }
        header(head, "X-Last", "field");
        if (request.wants("hint")) {
            header(head, "Connection", "keep-alive");
            header(head, "Keep-Alive", request.how("hint").replace('+', ' '));
        }
        return head.append("\r\n").toString();
    }

    private String version() {
        return request.wants("version") ? request.how("version") : "1.1";
    }

    private Object framing(byte[] body) {
        return chunks() ? "chunked" : body.length;
    }

    private static void header(StringBuilder head, String name, Object value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
