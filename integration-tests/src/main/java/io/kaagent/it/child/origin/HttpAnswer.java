package io.kaagent.it.child.origin;

import io.kaagent.it.child.Bodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The answer to one request, as its query wants it: body (length), unknown (its length is not told), status, hold (not before it is signalled),
 * pause (only half of it before), interim (102 first), trailer, rehandshake (before, amid or after it), {@link HttpEnd cut}, plus what
 * {@link HttpHead} knows.
 */
final class HttpAnswer {
    private static final int CHUNK = 40;

    private final Connection connection;
    private final HttpRequest request;
    private final HttpHead head;

    HttpAnswer(Connection connection, HttpRequest request) {
        this.connection = connection;
        this.request = request;
        this.head = new HttpHead(connection.origin(), request);
    }

    /** Returns whether the connection lives on. */
    boolean write() throws IOException {
        if (request.wants("interim")) {
            connection.write("HTTP/1.1 102 Processing\r\n\r\n");
        }
        if (request.wants("hold")) {
            connection.origin().signals().await(request.id());
        }
        byte[] whole = bytes();
        if (request.wants("cut")) {
            new HttpEnd(connection, request).write(whole);
            return false;
        }
        rehandshake("before");
        if (request.wants("pause")) {
            int half = whole.length - request.number("pause", 0);
            connection.write(slice(whole, 0, half));
            rehandshake("amid");
            connection.origin().signals().await(request.id());
            connection.write(slice(whole, half, whole.length));
        } else {
            connection.write(whole);
        }
        rehandshake("after");
        return head.keepsConnection();
    }

    private void rehandshake(String when) throws IOException {
        if (when.equals(request.how("rehandshake"))) {
            connection.rehandshake();
        }
    }

    /** All in one packet, if it is not too large for that. */
    private byte[] bytes() throws IOException {
        byte[] body = body();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.of(body.length).getBytes(StandardCharsets.US_ASCII));
        if (!request.is("HEAD") && head.hasBody()) {
            if (head.isChunked()) {
                writeChunks(body, bytes);
            } else {
                bytes.write(body);
            }
        }
        return bytes.toByteArray();
    }

    /** Betrays whose answer it is, and what came with the request. */
    private byte[] body() {
        if (request.body().length > 0) {
            CRC32 sum = new CRC32();
            sum.update(request.body());
            String text = request.id() + " brought " + request.body().length + " bytes, " + sum.getValue();
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        return Bodies.of(request.id(), request.number("body", 20));
    }

    private void writeChunks(byte[] body, ByteArrayOutputStream bytes) throws IOException {
        int chunk = Math.max(CHUNK, body.length / 8);
        for (int from = 0; from < body.length; from += chunk) {
            int length = Math.min(chunk, body.length - from);
            bytes.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.write(body, from, length);
            bytes.write('\r');
            bytes.write('\n');
        }
        String end = request.wants("trailer") ? "0\r\nX-Trailer: " + request.id() + "\r\n\r\n" : "0\r\n\r\n";
        bytes.write(end.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
