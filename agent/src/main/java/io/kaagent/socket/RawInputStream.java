package io.kaagent.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What {@code Socket.getInputStream()} is made of. Keeps its socket reachable: who reads still uses it. */
final class RawInputStream extends InputStream {
    private final Session session;
    private final Socket owner;

    RawInputStream(Session session, Socket owner) {
        this.session = session;
        this.owner = owner;
    }

    @Override
    public int read() throws IOException {
        return session.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return session.read(bytes, from, length);
    }

    @Override
    public int available() throws IOException {
        return session.available();
    }

    /** JDK 8 to 12 only: later ones ask the socket itself. */
    @Override
    public void close() throws IOException {
        owner.close();
    }
}
