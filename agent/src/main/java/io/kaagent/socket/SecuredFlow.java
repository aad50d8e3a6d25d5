package io.kaagent.socket;

import io.kaagent.tls.JdkSocket;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What of a {@link Flow} passes above TLS, and with it where the TLS connection goes: into its owner's socket as soon as it has proved to
 * be good or has ended, and out of it where its owner is to see an end that is none.
 *
 * <p>Threading: as there; what moves the connection takes the other lock if it is free.
 */
final class SecuredFlow {
    private final RawPool home;
    private final Lease lease;
    private final Talk talk;
    private final Link link;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Closing closing;
    private final ReentrantLock reading;
    private final ReentrantLock writing;

    SecuredFlow(
            RawPool home,
            Lease lease,
            Talk talk,
            Link link,
            Outgoing outgoing,
            Incoming incoming,
            Closing closing,
            ReentrantLock reading,
            ReentrantLock writing) {
        this.home = home;
        this.lease = lease;
        this.talk = talk;
        this.link = link;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.closing = closing;
        this.reading = reading;
        this.writing = writing;
    }

    /** @param over whether the owner has closed its socket */
    void write(byte[] bytes, int from, int length, boolean over) throws IOException {
        if (over || link.secured().custody().hasSeenAnEnd()) {
            link.secured().custody().decrypted().writeNone(bytes, from, length);
            return;
        }
        boolean done = false;
        try {
            outgoing.write(bytes, from, length);
            done = true;
        } finally {
            if (!done) {
                adopt(true);
            }
        }
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        long before = link.connected().bytesOfRecords();
        boolean done = false;
        try {
            int got = incoming.read(bytes, from, length);
            done = got >= 0;
            if (got > 0 && link.secured().custody().decrypted().takesUnasked()) {
                talk.spoil();
                link.memory().sentUnasked();
            }
            if (done && link.secured().custody().shown() != null) {
                adopt(false);
            }
            return got;
        } catch (SocketTimeoutException e) {
            done = true; // nothing has ended
            if (!talk.isAnswerDue() && mayHaveLostAHeader(before)) {
                talk.spoil();
            }
            throw e;
        } finally {
            if (!done && incoming.hasEnded()) {
                showEnd();
            } else if (!done) {
                adopt(true);
                link.secured().learnGoodbye();
            }
        }
    }

    private boolean mayHaveLostAHeader(long before) throws IOException {
        return JdkSocket.forgetsHalfAHeader() && (before < 0 || link.connected().bytesOfRecords() != before);
    }

    /** The owner sees the end of a connection that lives on; not in the midst of a request that is being written still. */
    private void showEnd() {
        if (writing.tryLock()) {
            try {
                if (outgoing.isBetweenRequests() && closing.tryHoldOff()) {
                    try {
                        link.secured().showEnd(link.current());
                    } finally {
                        closing.leave();
                    }
                }
            } catch (IOException e) {
                home.closeFailed(e); // what it was to look like: the owner has its end of stream all the same
            } catch (RuntimeException e) {
                talk.failed(e);
            } finally {
                writing.unlock();
            }
        }
    }

    /**
     * One side of the connection is about to be ended.
     *
     * @return whether it has been, since it is in the shell still, where somebody is reading
     */
    boolean endsInShell(boolean output) throws IOException {
        adopt(true);
        Carrier still = link.secured().custody().shown();
        if (still == null) {
            return false;
        }
        still.endOneSide(output);
        return true;
    }

    /** The socket gets the used connection: it has proved to be good, or has ended. */
    private void adopt(boolean ended) throws IOException {
        Secured tls = link.secured();
        if (tls.custody().shown() == null || !reading.tryLock()) {
            return;
        }
        try {
            if (writing.tryLock()) {
                try {
                    adopt(tls, ended);
                } finally {
                    writing.unlock();
                }
            }
        } finally {
            reading.unlock();
        }
    }

    private void adopt(Secured tls, boolean ended) throws IOException {
        if (!closing.tryHoldOff()) {
            return;
        }
        boolean closed = false;
        try {
            if (ended) {
                link.trial().dropSpare(); // nothing takes its place any more
                tls.custody().decrypted().comesAfter(tls.custody().ended());
                closed = tls.custody().isClosed();
            } else if (!link.replacement().isPossible()) {
                tls.adopt();
            }
        } finally {
            closing.leave();
        }
        if (closed) {
            lease.closeAll(); // as the JDK would have: an error ends a TLS connection, and its socket
        }
    }
}
