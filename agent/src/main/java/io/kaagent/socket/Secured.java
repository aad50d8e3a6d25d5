package io.kaagent.socket;

import io.kaagent.tls.JdkSocket;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/**
 * The TLS of a session. The application's {@code SSLSocket} is the JDK's own: with a fresh connection it makes its handshake itself, as
 * ever. A used one takes the place of the handshake at the moment when that would begin, if it was made with equal {@link TlsSettings}:
 * until then the application may change them.
 *
 * <p>Threading: any thread. Whoever holds {@code settling} may wait for a connection to be opened, but never for a reader or a writer.
 */
final class Secured {
    final OwnHandshake handshake;

    private final Link link;
    private final Talk talk;
    private final Custody custody;
    private final boolean proved;
    private final TlsSettings atFirst;
    private final ReentrantLock settling = new ReentrantLock();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile TlsSettings settings;

    /**
     * @param proved whether it is enough that settings mean the same; otherwise their objects have to be the same
     * @param atFirst the settings it was made with; null where it was layered over a connected socket
     */
    Secured(Link link, Talk talk, SSLSocket socket, boolean proved, TlsSettings atFirst, OwnHandshake handshake) {
        this.link = link;
        this.talk = talk;
        this.custody = new Custody(socket);
        this.proved = proved;
        this.atFirst = atFirst;
        this.handshake = handshake;
    }

    Custody custody() {
        return custody;
    }

    /** What a used connection has to have been made with, as far as can be foreseen. */
    TlsSettings foreseen() {
        return link.memory().foresee(atFirst);
    }

    /**
     * What the socket was made for begins.
     *
     * @return whether just now a used connection has taken the place of the handshake
     */
    boolean settle() throws IOException {
        if (settings != null) {
            return false;
        }
        settling.lock();
        try {
            return settings == null && settle(custody.mine());
        } finally {
            settling.unlock();
        }
    }

    private boolean settle(SSLSocket mine) throws IOException {
        TlsSettings now = TlsSettings.of(mine, proved, atFirst);
        Carrier suiting = suiting(now, JdkSocket.isPristine(mine));
        if (suiting != null) {
            custody.show(suiting);
        }
        link.acquisition().settle(suiting == null ? now : suiting.settings());
        settings = now;
        return suiting != null;
    }

    /** Who has a used connection that was made with these settings. If nobody has, there is a fresh one now. */
    private Carrier suiting(TlsSettings now, boolean pristine) throws IOException {
        boolean again = pristine;
        while (true) {
            RawConnection used = link.onTrial();
            Carrier carrier = used == null ? null : used.carrier();
            boolean good = used != null && (carrier == null || used.isQuiet() && carrier.isSettled());
            if (good && carrier != null && pristine && carrier.settings().equals(now)) {
                return carrier;
            }
            link.acquisition().decline(good, again ? now : null);
            if (link.onTrial() == null) {
                return null;
            }
            again = false;
        }
    }

    /** Another one is layered over the same socket, though this one has not begun: a used connection is for neither. */
    void declineUnlessBegun() throws IOException {
        settling.lock();
        try {
            if (settings == null) {
                link.acquisition().decline(true, null);
            }
        } finally {
            settling.unlock();
        }
    }

    /** The application wants to see the session. */
    void look() {
        custody.isSeen();
        try {
            settle();
            handshake.begins();
        } catch (IOException e) {
            talk.spoil(); // the JDK finds no connection now, and says so in its own way
        }
    }

    /** Whether the handshake that the application asks for is over already. If not, {@link #over} follows. */
    boolean handshake() throws IOException {
        begin();
        custody.isSeen();
        boolean goesOn = true;
        try {
            goesOn = !isOver();
            handshake.begins();
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
        settling.lock();
        try {
            Carrier carrier = custody.shown();
            if (carrier != null || JdkSocket.isNegotiated(custody.mine())) {
                talk.spoil(); // it wants another one
            }
            if (carrier != null) {
                carrier.handshake();
            }
            return carrier != null;
        } finally {
            settling.unlock();
        }
    }

    /** The JDK does something with the connection that its streams do not show. Until {@link #over} it can't change hands. */
    void begin() {
        settling.lock();
        try {
            underWay.incrementAndGet();
        } finally {
            settling.unlock();
        }
    }

    void over() {
        handshake.ends();
        underWay.decrementAndGet();
    }

    /** The used connection has done its work: the socket gets it now, or later. */
    void adopt() throws IOException {
        if (settling.tryLock()) {
            try {
                custody.adopt();
            } finally {
                settling.unlock();
            }
        }
    }

    /** The answer is over, and is to look as if the connection were. Under both locks of the flow. */
    void showEnd(RawConnection connection) throws IOException {
        if (settling.tryLock()) {
            try {
                if (settings != null && underWay.get() == 0) {
                    custody.showEnd(connection, settings, proved, link.memory().cancels());
                }
            } finally {
                settling.unlock();
            }
        }
    }

    /** The connection has come to an end of its own: as its server says goodbye here, it is to be shown to others. */
    void learnGoodbye() {
        Boolean canceled = custody.wasCanceled();
        if (canceled != null) {
            link.memory().cancels(canceled);
        }
    }

    /**
     * Takes the connection out of the socket, if it can go on with another owner. Who closes does not wait.
     *
     * @return false if it stays
     */
    boolean leave(RawConnection connection) throws IOException {
        if (!settling.tryLock()) {
            return false;
        }
        try {
            return settings != null && underWay.get() == 0 && custody.moveOut(connection, settings, proved);
        } finally {
            settling.unlock();
        }
    }

    /** The owner closes, and has its connection: what is said last is said by the owner's socket. */
    void endWithOwner() {
        if (settling.tryLock()) {
            try {
                custody.endWithOwner(link.isBeingRead());
            } catch (SocketException e) {
                talk.spoil(); // the application has dropped it: nobody closes
            } finally {
                settling.unlock();
            }
        }
    }

    /** The owner closes: a connection that it has not begun to use does not end with it. */
    void leaveUnused() {
        if (settings == null && settling.tryLock()) {
            try {
                if (settings == null && underWay.get() == 0) {
                    link.putBackUnused();
                }
            } finally {
                settling.unlock();
            }
        }
    }
}
