package io.kaagent.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What {@code getInputStream()} of a socket is made of. Keeps its socket reachable: who reads still uses it. */
final class RawInputStream extends InputStream {
    private final Session session;
    private final Socket owner;
    private final boolean below;

    /** @param below whether what is to be read lies below TLS, once the socket has that */
    RawInputStream(Session session, Socket owner, boolean below) {
        this.session = session;
        this.owner = owner;
        this.below = below;
    }

    @Override
    public int read() throws IOException {
        return passage().read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return passage().read(bytes, from, length);
    }

    @Override
    public int available() throws IOException {
        return passage().available();
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
