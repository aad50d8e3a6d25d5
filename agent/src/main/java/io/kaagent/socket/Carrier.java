package io.kaagent.socket;

import io.kaagent.tls.ArrivedRecords;
import io.kaagent.tls.JdkSocket;
import io.kaagent.tls.Maker;
import io.kaagent.tls.PostHandshake;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Who has a TLS connection while no application's socket has it: a TLS socket of ours, the <em>shell</em>. A connection goes from an
 * owner's socket into the shell when it is given back, and from there into the socket of the next owner, once that one's request is
 * answered; until then the next owner uses it through the shell, so that a stale one costs its socket nothing.
 *
 * <p>Threading: whoever moves a connection has both locks of its owner, or has taken it from the pool.
 */
final class Carrier implements Runnable {
    private final SSLSocket shell;
    private final BelowTls below;
    private final TlsSettings settings;
    private final Object session;
    private final Object applicationProtocol;
    private final Object ownSettings;
    private final PostHandshake postHandshake = new PostHandshake();

    private Carrier(SSLSocket shell, BelowTls below, TlsSettings settings) {
        this.shell = shell;
        this.below = below;
        this.settings = settings;
        this.session = JdkSocket.session(shell);
        this.applicationProtocol = JdkSocket.applicationProtocol(shell);
        this.ownSettings = JdkSocket.settingsOf(shell);
    }

    /**
     * Takes a connection out of the socket that it was made with, which then looks as if it had none any more.
     *
     * @param settings those it was made with
     */
    static Carrier of(RawConnection connection, SSLSocket owner, TlsSettings settings) throws IOException {
        BelowTls below = new BelowTls(connection, owner.getPort());
        SSLSocket shell = JdkSocket.layeredLike(owner, below);
        silence(shell);
        JdkSocket.show(shell, JdkSocket.outcome(owner)); // first: the owner may look at its session at any moment
        JdkSocket.exchange(owner, shell);
        Maker.forget(shell);
        JdkSocket.connectTo(shell, connection.records(), connection.out);
        return new Carrier(shell, below, settings);
    }

    /** What its connection was made with. */
    TlsSettings settings() {
        return settings;
    }

    SSLSession session() {
        return (SSLSession) session;
    }

    /** What was agreed on; null for nothing. */
    Object applicationProtocol() {
        return applicationProtocol;
    }

    InputStream input() {
        return JdkSocket.input(shell);
    }

    OutputStream output() {
        return JdkSocket.output(shell);
    }

    /** Whether the connection, in the shell, can go on with an owner. */
    boolean isSettled() {
        return isSettled(shell);
    }

    /** Whether the rest of a record is still to come of which a part was read. */
    boolean isWithinRecord() {
        return JdkSocket.isWithinRecord(shell);
    }

    /** Decrypts the first data that have arrived, as {@link ArrivedRecords#takeInFirst}. */
    byte[] takeInFirst() {
        return ArrivedRecords.takeInFirst(shell);
    }

    /** Whether {@link #takeInFirst} has left anything behind. */
    boolean hasTakenPart() {
        return ArrivedRecords.hasTakenPart(shell);
    }

    /** What the shell has decrypted and nobody has read; null for nothing. */
    byte[] readAhead() throws IOException {
        byte[] ahead = new byte[input().available()];
        return ahead.length > 0 && input().read(ahead) == ahead.length ? ahead : null;
    }

    /** {@code shutdownOutput()}, or input, while an owner uses it through the shell. */
    void endOneSide(boolean output) throws IOException {
        if (output) {
            shell.shutdownOutput();
        } else {
            shell.shutdownInput();
        }
    }

    /** Whether the shell has decrypted more than was read. */
    boolean hasReadAhead() {
        try {
            return input().available() > 0;
        } catch (IOException e) {
            return true; // it has ended meanwhile: whoever reads on will see
        }
    }

    /** Whether it can go on with another owner, while this socket has it. */
    boolean isSettled(SSLSocket owner) {
        try {
            return JdkSocket.isSettled(owner)
                    && JdkSocket.session(owner) == session
                    && JdkSocket.input(owner).available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    void isFree() {
        postHandshake.isFree();
    }

    /** False if it is of no use any more. */
    boolean take() {
        return postHandshake.take();
    }

    /** There are bytes on the connection in the shell, and somebody has taken it: whether it is as good as before without them. */
    boolean digest() {
        return isSettled() && postHandshake.digest(shell);
    }

    /** Whether data have come that nobody had asked for. */
    boolean sawData() {
        return postHandshake.sawData();
    }

    /** The same as long as nobody has taken it. */
    boolean digestIfFree() {
        return postHandshake.digestIfFree(shell);
    }

    /** Takes in what has arrived of an answer, without waiting; as {@link ArrivedRecords#read}. */
    int readArrived(byte[] bytes, int from, int length) {
        return ArrivedRecords.read(shell, bytes, from, length);
    }

    /** From now on the socket has the connection. What it had instead refers to it, and must not keep it reachable from here. */
    void moveTo(SSLSocket owner) {
        hide();
        JdkSocket.exchange(owner, shell);
        silence(shell);
    }

    /** It is not shown any more. */
    void hide() {
        JdkSocket.useSettings(shell, ownSettings);
    }

    /** From now on the shell has it again, and the socket looks as if it had none any more. */
    void takeBack(SSLSocket owner) {
        Object[] outcome = JdkSocket.outcome(owner);
        JdkSocket.exchange(owner, shell);
        part(owner, outcome);
    }

    /**
     * The socket shows the outcome of the connection's handshake, without having it; and if the peer wants another one meanwhile, its
     * settings hold. Returns what it showed before.
     */
    Object[] showOn(SSLSocket owner) {
        Object[] before = JdkSocket.outcome(owner);
        JdkSocket.useSettings(shell, JdkSocket.silentSettingsOf(owner));
        JdkSocket.show(owner, JdkSocket.outcome(shell));
        return before;
    }

    /** The socket never gets it. */
    void part(SSLSocket owner) {
        hide();
        part(owner, JdkSocket.outcome(owner));
    }

    /** A second handshake, while an owner uses it through the shell. */
    void handshake() throws IOException {
        shell.startHandshake();
    }

    @Override
    public void run() {
        close();
    }

    /** With a goodbye (RFC 8446, 6.1), and without waiting for one. */
    void close() {
        try {
            if (below.canBeWritten()) {
                shell.close();
            }
        } catch (IOException e) {
            below.closeFailed(e);
        } finally {
            below.close();
        }
    }

    private static void part(SSLSocket owner, Object[] outcome) {
        silence(owner);
        JdkSocket.show(owner, outcome);
    }

    /** Whatever the JDK makes it say from now on, nobody hears it. */
    private static void silence(SSLSocket socket) {
        JdkSocket.connectTo(socket, NoBytes.IN, NoBytes.OUT);
    }
}
