package io.kaagent.url;

import io.kaagent.tls.ArrivedRecords;
import io.kaagent.tls.JdkSocket;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;

/**
 * Lies between a TLS socket and the buffer that the JDK puts over it for one response: bytes that were decrypted before anybody read them.
 * Without it nothing tells what has arrived there, but a read that may wait.
 *
 * <p>Threading: as the stream below.
 */
final class Ahead extends FilterInputStream {
    private static final byte[] NONE = {};

    private final SSLSocket socket;
    private byte[] bytes = NONE;
    private int next;

    private Ahead(InputStream below, SSLSocket socket) {
        super(below);
        this.socket = socket;
    }

    /** Put below a response, once. Null if the streams are not as the JDK has stacked them. */
    static Ahead below(InputStream response, SSLSocket socket) {
        InputStream buffered = Leftovers.buffered(response);
        InputStream below = buffered == null ? null : Leftovers.below(buffered);
        if (below instanceof Ahead) {
            return (Ahead) below;
        }
        if (below == null || !ArrivedRecords.areKnown(socket) || below != JdkSocket.input(socket)) {
            return null;
        }
        Ahead ahead = new Ahead(below, socket);
        Leftovers.setBelow(buffered, ahead);
        return ahead;
    }

    /** Decrypts what has arrived. Whether that was something. */
    boolean fill() {
        byte[] more = ArrivedRecords.takeIn(socket);
        if (more.length == 0) {
            return false;
        }
        int rest = bytes.length - next;
        byte[] all = Arrays.copyOf(Arrays.copyOfRange(bytes, next, bytes.length), rest + more.length);
        System.arraycopy(more, 0, all, rest, more.length);
        bytes = all;
        next = 0;
        return true;
    }

    @Override
    public int read() throws IOException {
        return next < bytes.length ? bytes[next++] & 0xff : in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (next == bytes.length || length == 0) {
            return in.read(into, from, length);
        }
        int read = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, from, read);
        next += read;
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        int skipped = (int) Math.min(Math.max(n, 0), bytes.length - next);
        next += skipped;
        return skipped > 0 ? skipped : in.skip(n);
    }

    @Override
    public int available() throws IOException {
        return bytes.length - next + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
