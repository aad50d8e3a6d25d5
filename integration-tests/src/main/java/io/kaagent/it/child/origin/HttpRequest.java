package io.kaagent.it.child.origin;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One request as it came. What the origin shall do stands in its query: {@code /?id=7&body=20&unknown}. */
final class HttpRequest {
    private final Connection connection;
    private final String[] words;
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private byte[] body = new byte[0];

    private HttpRequest(Connection connection, String line) {
        this.connection = connection;
        words = line.split(" ");
        String target = words.length > 1 ? words[1] : "";
        for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
    }

    /** Its line and fields; null if none came. Empty lines before it don't count (RFC 9112, 2.2). */
    static HttpRequest readHead(Connection connection) throws IOException {
        String line = connection.line();
        while (line != null && line.isEmpty()) {
            line = connection.line();
        }
        if (line == null) {
            return null;
        }
        HttpRequest request = new HttpRequest(connection, line);
        if (!request.isSimple()) {
            request.readFields();
        }
        return request;
    }

    /** Of HTTP/0.9: a method, a target, and nothing more. */
    boolean isSimple() {
        return words.length == 2 && is("GET");
    }

    boolean isHttp1() {
        return words.length == 3 && words[2].startsWith("HTTP/1.");
    }

    int minorVersion() {
        return isHttp1() && words[2].endsWith("1") ? 1 : 0;
    }

    boolean is(String method) {
        return words[0].equals(method);
    }

    String id() {
        return query.getOrDefault("id", "none");
    }

    boolean wants(String behaviour) {
        return query.containsKey(behaviour);
    }

    String how(String behaviour) {
        return query.get(behaviour);
    }

    int number(String behaviour, int otherwise) {
        return wants(behaviour) ? Integer.parseInt(how(behaviour)) : otherwise;
    }

    boolean has(String field, String value) {
        return fields.getOrDefault(field, "").equalsIgnoreCase(value);
    }

    /** Whether it is among the options of the Connection field. */
    boolean asksTo(String option) {
        for (String asked : fields.getOrDefault("connection", "").split(",")) {
            if (asked.trim().equalsIgnoreCase(option)) {
                return true;
            }
        }
        return false;
    }

    byte[] body() {
        return body;
    }

    void readBody() throws IOException {
        if (has("transfer-encoding", "chunked")) {
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            for (int size = size(); size > 0; size = size()) {
                chunks.write(exactly(size));
                connection.line();
            }
            connection.line();
            body = chunks.toByteArray();
        } else {
            body = exactly(Integer.parseInt(fields.getOrDefault("content-length", "0")));
        }
    }

    private void readFields() throws IOException {
        for (String line = connection.line(); line == null || !line.isEmpty(); line = connection.line()) {
            if (line == null) {
                throw new EOFException("in the middle of a head");
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
    }

    private int size() throws IOException {
        String line = connection.line();
        if (line == null) {
            throw new EOFException("in the middle of a body");
        }
        int extension = line.indexOf(';');
        return Integer.parseInt(extension < 0 ? line : line.substring(0, extension), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        new DataInputStream(connection.in()).readFully(bytes);
        return bytes;
    }
}
