package io.kaagent.it.child.raw;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What every hand-written client has somewhere. */
final class Reading {
    private Reading() {}

    /** All bytes until -1. */
    static byte[] toEnd(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            bytes.write(buffer, 0, length);
        }
        return bytes.toByteArray();
    }

    /** Byte by byte up to the line feed, which is included; what there is if the stream ends. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.append((char) b);
            if (b == '\n') {
                break;
            }
        }
        return line.toString();
    }

    /** Up to and with the empty line. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        String line = line(in);
        for (; line.trim().length() > 0; line = line(in)) {
            head.append(line);
        }
        return head.append(line).toString();
    }

    /** Of that field in lower case, or null. */
    static String field(String head, String name) {
        for (String line : head.split("\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).trim();
            }
        }
        return null;
    }

    /** What Content-Length says, or -1. */
    static int length(String head) {
        String length = field(head, "content-length");
        return length == null ? -1 : Integer.parseInt(length);
    }

    static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int read = in.read(bytes, at, length - at);
            if (read < 0) {
                throw new EOFException("after " + at + " of " + length);
            }
            at += read;
        }
        return bytes;
    }

    /** A chunked body, decoded; its trailer is dropped. */
    static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(exactly(in, size));
            line(in);
        }
        head(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        String line = line(in);
        int extension = line.indexOf(';');
        return Integer.parseInt((extension < 0 ? line : line.substring(0, extension)).trim(), 16);
    }
}
