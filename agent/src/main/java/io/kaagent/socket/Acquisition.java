package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Name;
import io.kaagent.pool.Reason;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How a raw socket comes by the connection it begins with: a used one, on {@link Trial}, or one of its own; and by another, where that
 * one is not what its TLS is set to.
 *
 * <p>Threading: connecting by one thread; the rest before anything is said, by any.
 */
final class Acquisition {
    private final RawPool home;
    private final Talk talk;
    private final Link link;
    private final OriginMemory memory;
    private final OriginOptions options;
    private final Made made;
    private final Slot slot;
    private final Trial trial;
    private final ReentrantLock declining = new ReentrantLock();
    private volatile Opening opening;

    /** @param made what the application's socket came with */
    Acquisition(
            RawPool home,
            Talk talk,
            Link link,
            OriginMemory memory,
            OriginOptions options,
            Made made,
            Slot slot,
            Trial trial) {
        this.home = home;
        this.talk = talk;
        this.link = link;
        this.memory = memory;
        this.options = options;
        this.made = made;
        this.slot = slot;
        this.trial = trial;
    }

    void connect(InetSocketAddress address, int timeout) throws IOException {
        opening = new Opening(home, memory, options, made, address, timeout, foreseen());
        use(opening.take());
        if (link.isEnded()) {
            link.end(Reason.CLOSED_BY_OWNER);
            throw new SocketException("Socket closed");
        }
        if (Route.usesProxy(made.impl())) {
            talk.turnOpaque();
            link.leave();
        }
    }

    /** Whether its connection may be shared, as far as its options go. */
    boolean isUsual() {
        return opening.isUsual();
    }

    Name name() {
        return opening.name();
    }

    /** A fresh one. */
    RawConnection open() throws IOException {
        return opening.connect();
    }

    /** What the TLS connection is made with is certain now. */
    void settle(TlsSettings settings) {
        opening.settle(settings);
        slot.rename(opening.name());
        memory.connectedWith(settings);
        home.unshared().seen(memory.origin(), settings.context());
    }

    /** What is said in plain is not for a connection of TLS. */
    void declineTls() throws IOException {
        RawConnection used = link.onTrial();
        if (used != null && used.carrier() != null) {
            decline(true, null);
        }
    }

    /**
     * The used connection is none for this owner: another one that is free takes its place, on trial too; or a fresh one, in no slot so
     * far.
     *
     * @param good whether it may be one for others
     * @param instead what another used one has to have been made with; null if it is to be a fresh one
     */
    void decline(boolean good, TlsSettings instead) throws IOException {
        declining.lock();
        try {
            RawConnection unused = link.takeOut();
            if (unused != null) {
                if (good) {
                    putBack(unused);
                } else {
                    unused.close();
                    slot.drop();
                }
                useInstead(instead == null || talk.isTainted() ? null : another(instead));
                if (link.isEnded()) {
                    link.current().close();
                    throw new SocketException("Socket closed");
                }
            }
        } finally {
            declining.unlock();
        }
    }

    /** Nobody has said anything on it. */
    void putBack(RawConnection unused) {
        if (talk.isTainted() || unused.options.isAbortive() || !opening.isUsual()) {
            unused.close();
            slot.drop();
        } else {
            unused.freeUnused();
            if (!slot.putBack()) {
                unused.close();
            }
        }
        home.settings().lookAfter();
    }

    private Connection another(TlsSettings settings) {
        opening.settle(settings);
        return opening.takeFree();
    }

    /** Its owner has connected, as far as it can tell. */
    private void useInstead(Connection taken) throws IOException {
        try {
            use(taken);
        } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
            throw LostServer.reset(e);
        }
    }

    /** @param taken null for none */
    private void use(Connection taken) throws IOException {
        if (taken != null && !taken.mustConnect() && takeOver(taken)) {
            slot.took(taken);
        } else if (taken != null && taken.mustConnect()) {
            link.isOpen(opening.open(taken));
            slot.took(taken);
        } else {
            link.isOpen(opening.open(null));
        }
    }

    /** Whoever sets an option at this moment does it before, and it is taken over, or afterwards, on the connection. */
    private boolean takeOver(Connection taken) {
        boolean done = false;
        try {
            synchronized (made) {
                if (talk.isTainted()) {
                    return false; // an option that can't be carried over
                }
                RawConnection used = opening.reuse(taken);
                trial.begin(made, options.protocol() != Protocol.OPAQUE);
                link.takesOver(used);
            }
            done = true;
        } catch (IOException e) {
            return false; // it has ended
        } finally {
            if (!done) {
                opening.drop(taken);
            }
        }
        return true;
    }

    private TlsSettings foreseen() {
        Secured tls = link.secured();
        return tls != null
                ? tls.foreseen()
                : memory.foresee(null); // a plain socket that will be layered, as others were
    }
}
