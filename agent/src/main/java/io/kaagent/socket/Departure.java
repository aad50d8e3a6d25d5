package io.kaagent.socket;

import io.kaagent.pool.Reason;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What becomes of a connection when its owner is done with it: back to the pool if it is certain to stand between two exchanges, else
 * closed. Certain is only what is seen while nobody reads or writes; whoever does, and is closed upon, gets the platform's own
 * exception.
 */
final class Departure {
    private final RawPool home;
    private final boolean opaque;
    private final Talk talk;
    private final Link link;
    private final OwnersOptions options;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final ReentrantLock reading;
    private final ReentrantLock writing;
    private volatile boolean back;
    private int localPort;

    Departure(
            RawPool home,
            boolean opaque,
            Talk talk,
            Link link,
            OwnersOptions options,
            Outgoing outgoing,
            Incoming incoming,
            ReentrantLock reading,
            ReentrantLock writing) {
        this.home = home;
        this.opaque = opaque;
        this.talk = talk;
        this.link = link;
        this.options = options;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.reading = reading;
        this.writing = writing;
    }

    /** Whether the connection is the pool's again, and none of its former owner's. */
    boolean isBack() {
        return back;
    }

    /** As it was while it was the owner's. */
    int localPort() {
        return localPort;
    }

    /** The owner has closed its socket. */
    void closed() throws IOException {
        if (!giveBack(null, true)) {
            link.end(Reason.CLOSED_BY_OWNER);
        }
    }

    /** The owner's TLS socket is about to be closed. True if its connection is not in it any more, but back. */
    boolean left(Secured tls) {
        return giveBack(tls, false);
    }

    /**
     * It ends with its owner. What is held of a request goes out: the server sees as much as it would have seen. Not on a used one on
     * trial: to open a fresh one, only to be told half a request, would be too much.
     */
    void says() {
        if (!link.trial().isProvisional() && writing.tryLock()) {
            try {
                outgoing.flushHead();
            } catch (IOException e) {
                home.closeFailed(e); // broken: it is about to be closed
            } catch (RuntimeException e) {
                talk.failed(e);
            } finally {
                writing.unlock();
            }
        }
    }

    /** The owner has dropped its socket. True if the connection was not lost; that of a TLS socket is lost with it. */
    boolean dropped() {
        link.dispatch().leaks();
        if (link.secured() == null && link.isWithinIdleLimit() && giveBack(null, false)) {
            return true;
        }
        try {
            link.end(Reason.ABANDONED);
        } catch (IOException e) {
            home.closeFailed(e);
        }
        return false;
    }

    /**
     * @param tls the owner's; null without it
     * @param says whether what is held of a request goes out, if it is not given back: the server sees as much as it would have seen
     */
    private boolean giveBack(Secured tls, boolean says) {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            if (!writing.tryLock()) {
                return false;
            }
            try {
                if (!isReusable()) {
                    if (says) {
                        outgoing.flushHead();
                    }
                    return false;
                }
                localPort = home.calls().getLocalPort(link.current().impl);
                if (tls != null && !tls.leave(link.current()) || !detach()) {
                    return false;
                }
                link.giveBack(incoming.hint());
                return true;
            } catch (IOException e) {
                return false; // broken: it will be closed
            } catch (RuntimeException e) {
                talk.failed(e);
                return false;
            } finally {
                writing.unlock();
            }
        } finally {
            reading.unlock();
        }
    }

    /** False if in this very moment the owner has set an option that the next owner would feel. Waits for who is setting one. */
    private boolean detach() {
        synchronized (options) {
            synchronized (link.made()) { // who began to before it was connected
                back = !talk.isTainted() && !link.current().options.isAbortive();
                return back;
            }
        }
    }

    private boolean isReusable() throws IOException {
        if (!link.isPooled() || talk.isTainted() || link.current().options.isAbortive()) {
            return false;
        }
        if (opaque) {
            return !talk.waitsForAnswer() && link.current().isQuiet();
        }
        if (talk.isSpoiled() || !outgoing.isBetweenRequests()) {
            return false;
        }
        incoming.takeTheRest();
        return !talk.isSpoiled() && incoming.isBetweenAnswers() && link.memory().allowsReuse();
    }
}
