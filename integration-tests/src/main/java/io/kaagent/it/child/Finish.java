package io.kaagent.it.child;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;

/** The ways in which applications end a request. */
public enum Finish {
    /** Reads the body to its end and closes it. */
    CLOSE(true, true, false),
    /** Reads the body to its end and leaves it at that. */
    READ(true, false, false),
    /** Reads the body to its end, then {@code disconnect()} without a close: costs a connection on a plain JDK. */
    DISCONNECT(true, false, true),
    CLOSE_DISCONNECT(true, true, true),
    /** Reads as many bytes as the body has, not the end behind them. */
    EXACT_CLOSE(true, true, false),
    UNREAD_CLOSE(false, true, false),
    UNREAD_DISCONNECT(false, false, true),
    /** Forgets it: what remains is for the garbage collector. */
    ABANDON(false, false, false);

    private final boolean read;
    private final boolean close;
    private final boolean disconnect;

    Finish(boolean read, boolean close, boolean disconnect) {
        this.read = read;
        this.close = close;
        this.disconnect = disconnect;
    }

    /** The body's bytes, or null if this way does not read it. */
    byte[] end(HttpURLConnection connection) throws IOException {
        InputStream body = read || close ? body(connection) : null;
        try {
            return read
                    ? bytes(
                            body,
                            this == EXACT_CLOSE ? connection.getHeaderFieldInt("X-Length", -1) : Integer.MAX_VALUE)
                    : null;
        } finally {
            if (close && body != null) {
                body.close();
            }
            if (disconnect) {
                connection.disconnect();
            }
        }
    }

    private static InputStream body(HttpURLConnection connection) throws IOException {
        return connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
    }

    private static byte[] bytes(InputStream in, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int n = in == null ? -1 : 0;
        while (n >= 0 && bytes.size() < most) {
            n = in.read(buffer, 0, Math.min(buffer.length, most - bytes.size()));
            bytes.write(buffer, 0, Math.max(n, 0));
        }
        return bytes.toByteArray();
    }
}
