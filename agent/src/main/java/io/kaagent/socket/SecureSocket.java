package io.kaagent.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A TLS socket of the application's that is followed: what its seams mean. Called by the hooks, on the application's threads, and
 * before the JDK does what the application has asked for.
 */
public final class SecureSocket {
    private final Session session;
    private final Secured tls;

    SecureSocket(Session session, Secured tls) {
        this.session = session;
        this.tls = tls;
    }

    /**
     * {@code startHandshake()}.
     *
     * @return whether the handshake is over already; if not, {@link #over} follows
     * @throws IOException what the JDK would have thrown
     */
    public boolean handshake() throws IOException {
        return tls.handshake();
    }

    /** {@code getSession()}; {@link #over} follows. */
    public void look() {
        tls.look();
    }

    /**
     * {@code shutdownInput()} or {@code shutdownOutput()}, also of the JDK itself; {@link #over} follows, if this returns.
     *
     * @throws IOException what the JDK would have thrown
     */
    public void endsOneSide() throws IOException {
        tls.begin();
        try {
            if (!session.flow().isInUseHere()) {
                tls.settle();
                session.oneSided().begins();
                session.flow().adopt(true);
            }
        } catch (IOException e) {
            tls.over();
            throw e;
        }
    }

    /** The JDK has done it, or failed to. */
    public void over() {
        tls.over();
    }

    /** {@code close()}: afterwards the JDK closes a socket that has lost its connection, or one that takes its connection along. */
    public void closing() {
        if (!session.left(tls)) {
            tls.end();
        }
    }

    /** {@code getInputStream()}, where the JDK has one to give. */
    public InputStream input(Socket socket) {
        return new RawInputStream(session, socket, false);
    }

    /** {@code getOutputStream()}, where the JDK has one to give. */
    public OutputStream output(Socket socket) {
        return new RawOutputStream(session, socket, false);
    }
}
