package io.kaagent.socket;

import io.kaagent.tls.Arrival;
import io.kaagent.tls.ArrivedRecords;
import io.kaagent.tls.HandshakeListeners;
import io.kaagent.tls.JdkSocket;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * The TLS of a session: an application's {@code SSLSocket}, and where the connection is that it speaks over. The socket is the JDK's
 * own. With a fresh connection it makes its handshake itself, as ever. A used one takes the place of the handshake at the moment when
 * that would begin, if it was made with equal {@link TlsSettings}: until then the application may still change them.
 *
 * <p>Threading: any thread. Holds the socket weakly, since what follows it must not keep it reachable; its streams do.
 */
final class Secured {
    private final Link link;
    private final Talk talk;
    private final boolean proved;
    private final TlsSettings atFirst;
    private final WeakReference<SSLSocket> socket;
    private final ReentrantLock settling = new ReentrantLock();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile TlsSettings settings;
    private final Records records = new Records();
    private volatile Carrier shown;
    private volatile Carrier had;
    private volatile Object session;
    private volatile boolean seen;
    private volatile boolean leaving;
    private volatile boolean waitsForNothing;
    private Object[] hidden;
    private volatile byte[] putBack;

    /**
     * @param proved whether equal settings have to be the same object's, or only mean the same
     * @param atFirst the settings it was made with; null where it was layered over a connected socket
     */
    Secured(Link link, Talk talk, SSLSocket socket, boolean proved, TlsSettings atFirst) {
        this.link = link;
        this.talk = talk;
        this.proved = proved;
        this.atFirst = atFirst;
        this.socket = new WeakReference<SSLSocket>(socket);
    }

    /** What a used connection has to have been made with, as far as can be foreseen. */
    TlsSettings foreseen() {
        return link.memory().foresee(atFirst);
    }

    boolean isOf(SSLSocket other) {
        return socket.get() == other;
    }

    /** What the JDK's TLS finds below it. */
    Passage below() {
        return records;
    }

    /** A fresh connection is there: the handshake will be the socket's own. */
    void opened(RawConnection fresh) {
        records.are(fresh);
    }

    /**
     * What the socket was made for begins: from now on its settings do not change any more.
     *
     * @return whether just now a used connection has taken the place of the handshake
     */
    boolean settle() throws IOException {
        if (settings != null) {
            return false;
        }
        settling.lock();
        try {
            return settings == null && settle(mine());
        } finally {
            settling.unlock();
        }
    }

    private boolean settle(SSLSocket mine) throws IOException {
        TlsSettings now = TlsSettings.of(mine, proved, atFirst);
        Carrier used = suitable(mine, now);
        if (used != null) {
            hidden = used.showOn(mine);
            shown = used;
            had = used;
        } else {
            link.decline();
        }
        link.settle(used == null ? now : used.settings());
        settings = now;
        if (used != null) {
            HandshakeListeners.tell(mine, used.session());
        }
        return used != null;
    }

    /** Null if there is none, or it will not do. */
    private Carrier suitable(SSLSocket mine, TlsSettings now) {
        RawConnection used = link.onTrial();
        Carrier carrier = used == null ? null : used.carrier();
        return carrier != null
                        && carrier.settings().equals(now)
                        && JdkSocket.isPristine(mine)
                        && used.isQuiet()
                        && carrier.isSettled()
                ? carrier
                : null;
    }

    /** The application wants to see the session. */
    void look() {
        underWay.incrementAndGet();
        seen = true;
        try {
            settle();
        } catch (IOException e) {
            talk.spoil(); // the JDK finds no connection now, and says so in its own way
        }
    }

    /** Whether the handshake that the application asks for is over already. If not, {@link #over} follows. */
    boolean handshake() throws IOException {
        begin();
        seen = true;
        boolean goesOn = true;
        try {
            goesOn = !isOver();
            return !goesOn;
        } catch (IOException e) {
            goesOn = false;
            throw e;
        } finally {
            if (!goesOn) {
                over();
            }
        }
    }

    private boolean isOver() throws IOException {
        if (settle()) {
            return true;
        }
        Carrier carrier = shown;
        if (carrier != null) {
            talk.spoil(); // it wants another one
            carrier.handshake();
            return true;
        }
        if (JdkSocket.isNegotiated(mine())) {
            talk.spoil();
        }
        return false;
    }

    /** The JDK does something with the connection that its streams do not show. Until {@link #over} it can't change hands. */
    void begin() throws SocketException {
        underWay.incrementAndGet();
        if (leaving) {
            underWay.decrementAndGet();
            throw new SocketException("Socket is closed");
        }
    }

    void over() {
        underWay.decrementAndGet();
    }

    /** Whether what has arrived is all there is to read. Under the read lock. */
    void waitForNothing(boolean from) {
        waitsForNothing = from;
    }

    /** Below zero at the end of the stream; 0 if there is nothing to wait for. */
    int readDecrypted(byte[] bytes, int from, int length) throws IOException {
        if (waitsForNothing) {
            return readArrived(bytes, from, length);
        }
        if (putBack != null && length > 0) {
            bytes[from] = putBack[0];
            putBack = null;
            return 1;
        }
        int got = input(mine()).read(bytes, from, length);
        if (got > 0 && session == null) {
            session = JdkSocket.session(mine());
        }
        return got;
    }

    void writeDecrypted(byte[] bytes, int from, int length) throws IOException {
        Carrier carrier = shown;
        OutputStream out = carrier == null ? JdkSocket.output(mine()) : carrier.output();
        out.write(bytes, from, length);
    }

    int availableDecrypted() throws IOException {
        return input(mine()).available() + (putBack == null ? 0 : putBack.length);
    }

    /** Whether a used connection stands in for the socket's own, and is not in it yet. */
    boolean isShowing() {
        return shown != null;
    }

    /** The used connection does its work: the socket gets it, unless the shell has read ahead. Under both locks. */
    void adopt() throws IOException {
        Carrier carrier = shown;
        if (carrier != null && carrier.input().available() == 0) {
            carrier.moveTo(mine());
            shown = null;
        }
    }

    /** The connection has ended under its owner, who is to see it as it is. Under both locks. */
    void ended() {
        Carrier carrier = shown;
        SSLSocket mine = socket.get();
        if (carrier != null && mine != null) {
            carrier.moveTo(mine);
            shown = null;
        }
    }

    /** The used connection will not do after all: the socket makes its own handshake. */
    void giveUp() throws SocketException {
        Carrier carrier = shown;
        if (carrier != null) {
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
            requireSamePeer(before, mine());
        }
    }

    /** Whether the connection can go on with another owner. Under both locks, and nobody else gets in between any more. */
    boolean isReusable() {
        leaving = true;
        SSLSocket mine = socket.get();
        boolean free = mine != null && settings != null && underWay.get() == 0 && isSettled(mine);
        leaving = free;
        return free;
    }

    private boolean isSettled(SSLSocket mine) {
        if (shown != null) {
            return shown.isSettled();
        }
        if (had != null) {
            return had.isSettled(mine);
        }
        try {
            return JdkSocket.isSettled(mine)
                    && JdkSocket.session(mine) == session
                    && JdkSocket.input(mine).available() == 0
                    && settings.isStillOf(mine, proved);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes the connection out of the socket. */
    void leave(RawConnection connection) throws IOException {
        SSLSocket mine = mine();
        if (shown != null) {
            shown.part(mine);
            shown = null;
        } else if (had != null) {
            had.takeBack(mine);
        } else {
            records.are(null);
            connection.carry(Carrier.of(connection, mine, settings));
        }
    }

    /** The owner closes, and the connection ends with it. */
    void end() {
        Carrier carrier = shown;
        SSLSocket mine = socket.get();
        if (carrier != null) {
            carrier.close();
            if (mine != null) {
                carrier.part(mine);
            }
        }
    }

    /** Of a socket that has no connection any more: what the JDK says to that. */
    int readNone(byte[] bytes, int from, int length) throws IOException {
        return JdkSocket.input(mine()).read(bytes, from, length);
    }

    void writeNone(byte[] bytes, int from, int length) throws IOException {
        JdkSocket.output(mine()).write(bytes, from, length);
    }

    private int readArrived(byte[] bytes, int from, int length) throws IOException {
        Carrier carrier = shown;
        return carrier == null
                ? ArrivedRecords.read(mine(), bytes, from, length)
                : carrier.readArrived(bytes, from, length);
    }

    /** Between two requests of one owner: what has come. Messages of TLS itself are taken in, data stay the owner's. */
    Arrival digest() throws IOException {
        byte[] first = new byte[1];
        Arrival arrival = shown == null ? ArrivedRecords.digest(mine(), first) : Arrival.UNCLEAR;
        putBack = arrival == Arrival.DATA ? first : null;
        return arrival;
    }

    private InputStream input(SSLSocket mine) {
        Carrier carrier = shown;
        return carrier == null ? JdkSocket.input(mine) : carrier.input();
    }

    private SSLSocket mine() throws SocketException {
        SSLSocket mine = socket.get();
        if (mine == null) {
            throw new SocketException("Socket closed");
        }
        return mine;
    }

    /** What the application has checked of the one, a name in a certificate perhaps, it can't check of the other without knowing. */
    private static void requireSamePeer(Carrier before, SSLSocket now) throws SSLException {
        Object protocol = JdkSocket.applicationProtocol(now);
        Object protocolBefore = before.applicationProtocol();
        if (!Arrays.equals(certificates(before.session()), certificates((SSLSession) JdkSocket.session(now)))
                || (protocol == null ? protocolBefore != null : !protocol.equals(protocolBefore))) {
            throw new SSLPeerUnverifiedException("a new connection has led to a server with another certificate");
        }
    }

    private static Object[] certificates(SSLSession session) {
        try {
            return session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
