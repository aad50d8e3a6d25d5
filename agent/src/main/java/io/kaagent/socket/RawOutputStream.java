package io.kaagent.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** What {@code Socket.getOutputStream()} is made of. Keeps its socket reachable: who writes still uses it. */
final class RawOutputStream extends OutputStream {
    private final Session session;
    private final Socket owner;

    RawOutputStream(Session session, Socket owner) {
        this.session = session;
        this.owner = owner;
    }

    @Override
    public void write(int b) throws IOException {
        session.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        session.write(bytes, from, length);
    }

    /** JDK 8 to 12 only: later ones ask the socket itself. */
    @Override
    public void close() throws IOException {
        owner.close();
    }
}
