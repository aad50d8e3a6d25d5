package io.kaagent.socket;

import io.kaagent.tls.Goodbye;
import io.kaagent.tls.HandshakeListeners;
import io.kaagent.tls.JdkSocket;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.SocketException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Where the TLS connection is that an application's {@code SSLSocket} speaks over: in the socket itself; or, a used one that has to prove
 * good first, in its {@link Carrier}, while the socket shows its session.
 *
 * <p>Threading: what moves the connection is called under both locks of its owner's flow, or before it begins. Holds the socket weakly,
 * since what follows it must not keep it reachable; its streams do.
 */
final class Custody {
    private final WeakReference<SSLSocket> socket;
    private final Records records = new Records(this);
    private volatile Carrier shown;
    private volatile Carrier had;
    private volatile Carrier kept;
    private volatile boolean seen;
    private final Decrypted decrypted = new Decrypted(this, records);
    private Object[] hidden;

    Custody(SSLSocket socket) {
        this.socket = new WeakReference<SSLSocket>(socket);
    }

    /** The application's bytes on it. */
    Decrypted decrypted() {
        return decrypted;
    }

    boolean isOf(SSLSocket other) {
        return socket.get() == other;
    }

    /** What the JDK's TLS finds below it. */
    Passage below() {
        return records;
    }

    /** Whether there are keys to speak with, or there were. */
    boolean isNegotiated() {
        SSLSocket mine = socket.get();
        return mine != null && JdkSocket.isNegotiated(mine);
    }

    /** Whether the rest of a record is still to come of which a part was read. */
    boolean isWithinRecord() throws SocketException {
        Carrier carrier = shown;
        return carrier == null ? JdkSocket.isWithinRecord(mine()) : carrier.isWithinRecord();
    }

    /** A fresh connection is there: the handshake will be the socket's own. */
    void opened(RawConnection fresh) {
        records.are(fresh);
    }

    /** The application has a session to look at. */
    void isSeen() {
        seen = true;
    }

    /** A used connection takes the place of the handshake. */
    void show(Carrier used) throws SocketException {
        SSLSocket mine = mine();
        hidden = used.showOn(mine);
        shown = used;
        had = used;
        if (HandshakeListeners.tell(mine, used.session())) {
            seen = true;
        }
    }

    /** Whether the connection is one that was used before. */
    boolean isUsed() {
        return had != null;
    }

    /** Which a used connection stands in for the socket's own, and is not in it yet; null for none. */
    Carrier shown() {
        return shown;
    }

    /** The used connection does its work: the socket gets it, unless the shell has read ahead. */
    void adopt() throws SocketException {
        Carrier carrier = shown;
        if (carrier != null && !carrier.hasReadAhead()) {
            carrier.moveTo(mine());
            shown = null;
        }
    }

    /**
     * The connection has ended under its owner, who is to see it as it is. Under both locks.
     *
     * @return what was decrypted and nobody has read; null for nothing
     */
    byte[] ended() throws IOException {
        Carrier carrier = shown;
        if (carrier == null) {
            return null;
        }
        byte[] ahead = decrypted.followedBy(carrier.readAhead());
        carrier.moveTo(mine());
        shown = null;
        return ahead;
    }

    /**
     * The answer is over, and is to look as if the connection were: the socket loses it, and sees an end. Under both locks.
     *
     * @param canceled whether the goodbye is to be one of a user
     */
    void showEnd(RawConnection connection, TlsSettings settings, boolean proved, boolean canceled) throws IOException {
        if (kept == null && moveOut(connection, settings, proved)) {
            kept = connection.carrier();
            Goodbye.show(mine(), canceled);
        }
    }

    /** Whether the socket has seen the end of a connection that is there still. */
    boolean hasSeenAnEnd() {
        return kept != null;
    }

    /** Whether the peer has called its goodbye one of a user; null if it could not. */
    Boolean wasCanceled() {
        SSLSocket mine = socket.get();
        boolean could = mine != null
                && Goodbye.wasHeard(mine)
                && "TLSv1.3".equals(((SSLSession) JdkSocket.session(mine)).getProtocol());
        return could ? Goodbye.wasCanceled(mine) : null;
    }

    /** Whether the JDK has closed the socket with its connection. */
    boolean isClosed() {
        SSLSocket mine = socket.get();
        return mine != null && mine.isClosed();
    }

    /**
     * The owner is about to close: the connection goes into its socket. While somebody reads in the shell that is closed instead: the
     * JDK takes the rest of what was sent only where nobody else reads, and waits for it.
     */
    void endWithOwner(boolean isBeingRead) throws SocketException {
        Carrier carrier = shown;
        if (carrier == null) {
            return;
        }
        if (isBeingRead) {
            carrier.close();
            carrier.part(mine());
        } else {
            carrier.moveTo(mine());
        }
        shown = null;
    }

    /** The used connection will not do after all: the socket makes its own handshake. */
    void giveUp() throws SocketException {
        Carrier carrier = shown;
        if (carrier != null) {
            carrier.hide();
            JdkSocket.show(mine(), hidden);
            shown = null;
        }
    }

    /**
     * A fresh connection has taken its place.
     *
     * @throws IOException if the application has seen the other one's session, and would have to look again
     */
    void replaced(RawConnection fresh) throws IOException {
        Carrier before = had;
        records.are(fresh);
        had = null;
        if (before != null && seen) {
            HandshakeListeners.handshakeUnheard(mine());
            SamePeer.require(before, mine());
        }
    }

    /**
     * Takes the connection out of the socket, if it can go on with another owner.
     *
     * @param settings those it was made with
     * @return false if it stays
     */
    boolean moveOut(RawConnection connection, TlsSettings settings, boolean proved) throws IOException {
        if (kept != null) {
            return kept.isSettled();
        }
        SSLSocket mine = socket.get();
        if (mine == null || !isSettled(mine, settings, proved)) {
            return false;
        }
        if (shown != null) {
            shown.part(mine);
            shown = null;
        } else if (had != null) {
            had.takeBack(mine);
        } else {
            records.are(null);
            connection.carry(Carrier.of(connection, mine, settings));
        }
        return true;
    }

    private boolean isSettled(SSLSocket mine, TlsSettings settings, boolean proved) {
        if (!settings.equals(TlsSettings.of(mine, proved, null))) {
            return false; // changed since, and some of it may have had its effect
        }
        if (decrypted.isAhead()) {
            return false;
        }
        if (shown != null) {
            return shown.isSettled();
        }
        if (had != null) {
            return had.isSettled(mine);
        }
        try {
            return JdkSocket.isSettled(mine)
                    && JdkSocket.session(mine) == decrypted.session()
                    && JdkSocket.input(mine).available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws SocketException if the application has dropped it */
    SSLSocket mine() throws SocketException {
        SSLSocket mine = socket.get();
        if (mine == null) {
            throw new SocketException("Socket closed");
        }
        return mine;
    }
}
