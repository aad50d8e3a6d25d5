package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;

/**
 * What the JDK's TLS finds below a socket of the application: the records of a connection that this very socket has opened. As long as it
 * has none, or has it no more, nothing can be said.
 *
 * <p>Threading: reading and writing as in the JDK's TLS, each by one thread at a time.
 */
final class Records implements Passage {
    private static final int HEADER = 5;

    private final Custody custody;
    private volatile RawConnection opened;
    private volatile boolean asking;
    private volatile long before = -1;
    private volatile long read;
    private long began;
    private int header;
    private int body;

    Records(Custody custody) {
        this.custody = custody;
    }

    /** The application writes. */
    void asks() {
        if (!asking) {
            asking = true;
        }
    }

    /** Whether the record that was read last had arrived, in part at least, before the application's first one went out. */
    boolean wasThereBefore() {
        return began < before;
    }

    /** From now on they are this one's; null for none. */
    void are(RawConnection connection) {
        opened = connection;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got = connection().records().read(bytes, from, length);
        for (int i = 0; i < got; i++) {
            if (header == 0 && body > 0) {
                int skipped = Math.min(body, got - i);
                body -= skipped;
                i += skipped - 1;
                read = read + skipped;
            } else {
                follow(bytes[from + i]);
                read = read + 1;
            }
        }
        return got;
    }

    @Override
    public int available() throws IOException {
        RawConnection connection = opened;
        return connection == null ? 0 : connection.available();
    }

    @Override
    public void write(int b) throws IOException {
        writing();
        connection().out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        writing();
        connection().out.write(bytes, from, length);
    }

    /** All that is there when the first byte of the application goes out, keys being agreed on, is no answer to it. */
    private void writing() throws SocketException {
        if (asking && before < 0 && custody.isNegotiated()) {
            before = read + connection().bytesThere();
        }
    }

    /** The next byte of a record's header (RFC 8446, 5.1): its kind, the version, and the length of what follows. */
    private void follow(byte b) {
        if (header == 0) {
            began = read;
        }
        header++;
        if (header == HEADER - 1) {
            body = (b & 0xff) << 8;
        } else if (header == HEADER) {
            body |= b & 0xff;
            header = 0;
        }
    }

    private RawConnection connection() throws SocketException {
        RawConnection connection = opened;
        if (connection == null) {
            throw new SocketException("Socket closed");
        }
        return connection;
    }
}
