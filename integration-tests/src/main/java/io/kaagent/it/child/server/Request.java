package io.kaagent.it.child.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One request as it came over the wire. What the server shall do with it stands in its query: {@code /?delay=50&chunked&id=7}. */
public final class Request {
    private final String method;
    private final String target;
    private final String version;
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = new byte[0];

    private Request(String line) {
        String[] words = line.split(" ");
        method = words[0];
        target = words[1];
        version = words[2];
        String pairs = target.substring(target.indexOf('?') + 1);
        for (String pair : pairs.split("&")) {
            int equals = pair.indexOf('=');
            query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
    }

    /** @param first the byte that was already read */
    public static Request read(InputStream in, int first) throws IOException {
        String line = line(in, first);
        Request request = new Request(line);
        for (line = line(in, in.read()); !line.isEmpty(); line = line(in, in.read())) {
            int colon = line.indexOf(':');
            request.headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        if (!request.wants("early")) {
            request.awaitBody(in);
        }
        return request;
    }

    /** What comes after the head. */
    public void awaitBody(InputStream in) throws IOException {
        body = readBody(in);
    }

    public boolean is(String name) {
        return method.equals(name);
    }

    public String target() {
        return target;
    }

    String id() {
        return query.getOrDefault("id", "none");
    }

    public byte[] body() {
        return body;
    }

    /** The client's own wish (RFC 9112, 9.3), as a server of the world would respect it. */
    public boolean asksForClose() {
        String connection = header("connection").toLowerCase(Locale.ROOT);
        return version.equals("HTTP/1.0") ? !connection.contains("keep-alive") : connection.contains("close");
    }

    /** Whether it comes with the credentials of a realm that is named as its id is: of the user of that name. */
    boolean answersChallenge() {
        String credentials = header("authorization");
        return credentials.startsWith("Basic ")
                && new String(Base64.getDecoder().decode(credentials.substring(6)), StandardCharsets.US_ASCII)
                        .startsWith(id() + ":");
    }

    boolean wants(String behaviour) {
        return query.containsKey(behaviour);
    }

    boolean wants(String behaviour, String how) {
        return how.equals(query.get(behaviour));
    }

    String how(String behaviour) {
        return query.get(behaviour);
    }

    int number(String behaviour, int otherwise) {
        return wants(behaviour) ? Integer.parseInt(how(behaviour)) : otherwise;
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private byte[] readBody(InputStream in) throws IOException {
        if (header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return readChunks(in);
        }
        byte[] bytes = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        new DataInputStream(in).readFully(bytes);
        return bytes;
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int size = -1; size != 0; ) {
            size = Integer.parseInt(line(in, in.read()), 16);
            byte[] chunk = new byte[size];
            new DataInputStream(in).readFully(chunk);
            bytes.write(chunk, 0, size);
            line(in, in.read());
        }
        return bytes.toByteArray();
    }

    private static String line(InputStream in, int first) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = first; c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException(line.toString());
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
