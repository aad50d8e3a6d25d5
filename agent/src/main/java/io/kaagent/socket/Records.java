package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;

/**
 * What the JDK's TLS finds below a socket of the application: the records of a connection that this very socket has opened. As long as it
 * has none, or has it no more, nothing can be said.
 */
final class Records implements Passage {
    private volatile RawConnection opened;

    /** From now on they are this one's; null for none. */
    void are(RawConnection connection) {
        opened = connection;
    }

    @Override
    public int read() throws IOException {
        return connection().in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return connection().in.read(bytes, from, length);
    }

    @Override
    public int available() throws IOException {
        RawConnection connection = opened;
        return connection == null ? 0 : connection.available();
    }

    @Override
    public void write(int b) throws IOException {
        connection().out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        connection().out.write(bytes, from, length);
    }

    private RawConnection connection() throws SocketException {
        RawConnection connection = opened;
        if (connection == null) {
            throw new SocketException("Socket closed");
        }
        return connection;
    }
}
