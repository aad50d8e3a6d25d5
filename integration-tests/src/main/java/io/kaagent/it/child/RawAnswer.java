package io.kaagent.it.child;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/** An answer as careful raw clients read it: not a byte further than it goes. */
final class RawAnswer {
    private final int status;
    private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private byte[] body;

    private RawAnswer(String line) {
        status = Integer.parseInt(line.split(" ")[1]);
    }

    /** @param toHead then it has no body, whatever it says */
    static RawAnswer read(InputStream in, boolean toHead) throws IOException {
        RawAnswer answer = new RawAnswer(line(in));
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            answer.fields.put(
                    line.substring(0, colon), line.substring(colon + 1).trim());
        }
        if (toHead) {
            answer.body = new byte[0];
        } else {
            answer.body = answer.body(in);
        }
        return answer;
    }

    int status() {
        return status;
    }

    String field(String name) {
        return fields.get(name);
    }

    /** A line each, but for the number of the connection. */
    String fields() {
        StringBuilder lines = new StringBuilder("status ").append(status);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!field.getKey().equals("X-Connection")) {
                lines.append('\n').append(field.getKey()).append(": ").append(field.getValue());
            }
        }
        return lines.toString();
    }

    int number(String name, int otherwise) {
        return fields.containsKey(name) ? Integer.parseInt(fields.get(name)) : otherwise;
    }

    byte[] body() {
        return body;
    }

    /** Without its end. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException(line.length() == 0 ? "end of stream" : "in the middle of: " + line);
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private byte[] body(InputStream in) throws IOException {
        if (fields.containsKey("Transfer-Encoding")) {
            return chunks(in);
        }
        return fields.containsKey("Content-Length") ? exactly(in, number("Content-Length", 0)) : all(in);
    }

    private static byte[] all(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int size = -1; size != 0; ) {
            size = Integer.parseInt(line(in), 16);
            bytes.write(exactly(in, size));
            line(in);
        }
        return bytes.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        new DataInputStream(in).readFully(bytes);
        return bytes;
    }
}
