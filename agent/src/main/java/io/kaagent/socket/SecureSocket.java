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

    /** Whether it is closed, and the JDK has the say. */
    public boolean isOver() {
        return session.isOver();
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

    /** {@code getSession()}. */
    public void look() {
        tls.look();
    }

    /** It has returned; there may have been a handshake for it. */
    public void looked() {
        tls.handshake.ends();
    }

    /**
     * {@code shutdownInput()} or {@code shutdownOutput()}, also of the JDK itself.
     *
     * @return whether it is done already; if not, {@link #over} follows
     * @throws IOException what the JDK would have thrown
     */
    public boolean endsOneSide(boolean output) throws IOException {
        tls.begin();
        boolean goesOn = true;
        try {
            if (!session.flow().isInUseHere() && !tls.custody().hasSeenAnEnd()) {
                tls.settle();
                session.oneSided().begins();
                goesOn = !session.flow().secured().endsInShell(output);
            }
            return !goesOn;
        } catch (IOException e) {
            goesOn = false;
            throw e;
        } finally {
            if (!goesOn) {
                tls.over();
            }
        }
    }

    /** The JDK has done it, or failed to. */
    public void over() {
        tls.over();
    }

    /** {@code close()}: afterwards the JDK closes a socket that has lost its connection, or one that takes its connection along. */
    public void closing() {
        session.closing();
    }

    /** The JDK has closed it; what lies below it, too, unless it could not and has not said so. Its finalizer has nothing left to do. */
    public void closed(Socket socket) throws IOException {
        try {
            if (!session.isOver()) {
                session.lease().closeAll();
            }
        } finally {
            if (socket.isClosed()) {
                session.lease().cancelFinalization();
            }
        }
    }

    /** {@code getInputStream()}, where the JDK has one to give. */
    public InputStream input(Socket socket) {
        return tls.custody().decrypted().input(session, socket);
    }

    /** {@code getOutputStream()}, where the JDK has one to give. */
    public OutputStream output(Socket socket) {
        return tls.custody().decrypted().output(session, socket);
    }
}
