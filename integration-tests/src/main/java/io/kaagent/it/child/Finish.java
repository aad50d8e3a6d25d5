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
    UNREAD_CLOSE(false, true, false),
    UNREAD_DISCONNECT(false, false, true);

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
        byte[] bytes = read ? bytes(body) : null;
        if (close && body != null) {
            body.close();
        }
        if (disconnect) {
            connection.disconnect();
        }
        return bytes;
    }

    private static InputStream body(HttpURLConnection connection) throws IOException {
        return connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        for (int n = in == null ? -1 : in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }
}
