package io.kaagent.it.child;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URL;
import java.util.Arrays;

/**
 * One request as a legacy application sends it. Keys of the message: url, id, and optionally method, body (bytes to send), streaming
 * (fixed or chunked), finish, connectTimeout, readTimeout, proxy (its port), header (Name: value), factory, verifier, authenticator.
 */
public final class Exchange {
    private final Message request;
    private final String id;
    private final byte[] sent;
    private HttpURLConnection connection;

    Exchange(Message request, String id) {
        this.request = request;
        this.id = id;
        this.sent = request.has("body") ? Bodies.of("sent-" + id, request.number("body")) : null;
    }

    /** A whole one, as {@link #run(Message, String)}, and how it ended. */
    public static Message ask(Message request, String id) {
        return run(request, id).toMessage();
    }

    /** A whole one; over a socket of its own if the message says raw, over one of TLS if it says tls. Never throws. */
    static Outcome run(Message request, String id) {
        if (request.has("tls")) {
            return TlsExchange.run(request, id);
        }
        return request.has("raw") ? RawExchange.run(request, id) : new Exchange(request, id).run();
    }

    /** Both halves, or what went wrong; never throws. */
    Outcome run() {
        try {
            open();
            return end(Finish.valueOf(request.get("finish", Finish.CLOSE.name())));
        } catch (IOException | RuntimeException e) {
            return Outcome.failed(e);
        }
    }

    /** Sends the request and reads the head of the response. */
    void open() throws IOException {
        URL url = new URL(request.get("url") + "&id=" + id);
        connection = (HttpURLConnection) (request.has("proxy") ? url.openConnection(proxy()) : url.openConnection());
        prepare();
        if (sent != null) {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(sent);
            }
        }
        connection.getResponseCode();
    }

    Outcome end(Finish finish) throws IOException {
        int status = connection.getResponseCode();
        String peer = connection.getHeaderField("X-Connection");
        byte[] body = finish.end(connection);
        return Outcome.answered(status, Integer.parseInt(peer == null ? "-1" : peer), isMine(body))
                .withFields(fields());
    }

    private String fields() {
        StringBuilder lines = new StringBuilder("asked ").append(connection.getRequestProperty("Connection"));
        for (int i = 0; connection.getHeaderField(i) != null; i++) {
            String name = connection.getHeaderFieldKey(i);
            if (!"X-Connection".equals(name)) {
                lines.append('\n').append(name).append(": ").append(connection.getHeaderField(i));
            }
        }
        return lines.toString();
    }

    private boolean isMine(byte[] body) {
        boolean head = id.equals(connection.getHeaderField("X-Id"));
        boolean mayHaveBody = !connection.getRequestMethod().equals("HEAD") && body != null;
        return head && (!mayHaveBody || isExpected(body));
    }

    /** The JDK lets an application read on behind Content-Length; with tail=any that is not held against it. */
    private boolean isExpected(byte[] body) {
        byte[] expected = expected();
        boolean tail = request.has("tail") && body.length > expected.length;
        return Arrays.equals(tail ? Arrays.copyOf(body, expected.length) : body, expected);
    }

    private byte[] expected() {
        return sent != null ? sent : Bodies.of(id, Integer.parseInt(connection.getHeaderField("X-Length")));
    }

    private void prepare() throws IOException {
        connection.setRequestMethod(request.get("method", sent == null ? "GET" : "POST"));
        connection.setConnectTimeout(request.number("connectTimeout", 0));
        connection.setReadTimeout(request.number("readTimeout", 0));
        connection.setDoOutput(sent != null);
        if (request.get("streaming", "").equals("fixed")) {
            connection.setFixedLengthStreamingMode(sent.length);
        } else if (request.get("streaming", "").equals("chunked")) {
            connection.setChunkedStreamingMode(64);
        }
        if (request.has("header")) {
            String[] header = request.get("header").split(": ", 2);
            connection.setRequestProperty(header[0], header[1]);
        }
        Identity.of(request).applyTo(connection);
    }

    private Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", request.number("proxy")));
    }
}
