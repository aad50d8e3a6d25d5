package io.kaagent.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** What {@code getOutputStream()} of a socket is made of. Keeps its socket reachable: who writes still uses it. */
final class RawOutputStream extends OutputStream {
    private final Session session;
    private final Socket owner;
    private final boolean below;

    /** @param below whether what is written goes below TLS, once the socket has that */
    RawOutputStream(Session session, Socket owner, boolean below) {
        this.session = session;
        this.owner = owner;
        this.below = below;
    }

    @Override
    public void write(int b) throws IOException {
        passage().write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        passage().write(bytes, from, length);
    }

    /** Of a plain socket JDK 8 to 12 only: later ones ask the socket itself. */
    @Override
    public void close() throws IOException {
        owner.close();
    }

    private Passage passage() {
        return below ? session.below() : session.flow();
    }
}
