package io.kaagent.demo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** One request, read to its end: all that the server wants to know of it is whether it is the last one. */
final class ServerRequest {

    private final boolean last;

    private ServerRequest(boolean last) {
        this.last = last;
    }

    /** Returns the next request, or null if the client has closed instead. Bodies are skipped by their Content-Length. */
    static ServerRequest read(InputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        boolean last = line(in).endsWith("HTTP/1.0");
        long body = 0;
        String line;
        while (!(line = line(in)).isEmpty()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                body = Long.parseLong(
                        header.substring("content-length:".length()).trim());
            } else if (header.startsWith("connection:")) {
                last = header.contains("close");
            }
        }
        for (; body > 0; body--) {
            readOrFail(in);
        }
        return new ServerRequest(last);
    }

    /** Whether the client said {@code Connection: close}, or spoke HTTP/1.0 and did not say otherwise. */
    boolean last() {
        return last;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        char c;
        while ((c = readOrFail(in)) != '\n') {
            if (c != '\r') {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static char readOrFail(InputStream in) throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException("the client closed in the middle of a request");
        }
        return (char) c;
    }
}
