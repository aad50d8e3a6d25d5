package io.kaagent.it.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One request over a socket of the application's own. Of the message: url, method, body (bytes to be sent), streaming=chunked, header,
 * readTimeout, connectTimeout.
 */
final class RawExchange {
    private static final int CHUNK = 10_000;

    private final Message request;
    private final URL url;
    private final String id;
    private final byte[] sent;

    RawExchange(Message request, String id) throws IOException {
        this.request = request;
        this.url = new URL(request.get("url") + "&id=" + id);
        this.id = id;
        this.sent = request.has("body") ? Bodies.of("sent-" + id, request.number("body")) : null;
    }

    /** On a socket of its own, from connect to close, or what went wrong; never throws. */
    static Outcome run(Message request, String id) {
        try (Socket socket = new Socket()) {
            RawExchange exchange = new RawExchange(request, id);
            socket.connect(Sockets.address(exchange.url), request.number("connectTimeout", 0));
            socket.setSoTimeout(request.number("readTimeout", 0));
            return exchange.on(socket);
        } catch (IOException | RuntimeException e) {
            return Outcome.failed(e);
        }
    }

    /** Sends the request and reads the answer as far as its head says. */
    Outcome on(Socket socket) throws IOException {
        socket.getOutputStream().write(bytes());
        RawAnswer answer = RawAnswer.read(socket.getInputStream(), method().equals("HEAD"));
        boolean right = id.equals(answer.field("X-Id")) && Arrays.equals(answer.body(), expected(answer));
        return Outcome.answered(answer.status(), answer.number("X-Connection", -1), right)
                .withFields(answer.fields());
    }

    private byte[] expected(RawAnswer answer) {
        int length = method().equals("HEAD") ? 0 : answer.number("X-Length", 0);
        return sent != null ? sent : Bodies.of(id, length);
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ascii(head()));
        if (isChunked()) {
            for (int from = 0; from < sent.length; from += CHUNK) {
                int length = Math.min(CHUNK, sent.length - from);
                bytes.write(ascii(Integer.toHexString(length) + "\r\n"));
                bytes.write(sent, from, length);
                bytes.write(ascii("\r\n"));
            }
            bytes.write(ascii("0\r\n\r\n"));
        } else if (sent != null) {
            bytes.write(sent);
        }
        return bytes.toByteArray();
    }

    private String head() {
        StringBuilder head = new StringBuilder(method()).append(' ').append(url.getFile());
        head.append(" HTTP/1.1\r\nHost: ").append(url.getAuthority()).append("\r\n");
        if (request.has("header")) {
            head.append(request.get("header")).append("\r\n");
        }
        if (sent != null) {
            head.append(isChunked() ? "Transfer-Encoding: chunked" : "Content-Length: " + sent.length)
                    .append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private String method() {
        return request.get("method", sent == null ? "GET" : "POST");
    }

    private boolean isChunked() {
        return request.get("streaming", "").equals("chunked");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
