package io.kaagent.socket;

import java.io.IOException;

/**
 * Whether a request whose head is complete may go out on the connection that is there.
 *
 * <p>Threading: under the raw socket's write lock.
 */
final class Dispatch {
    private final Link link;
    private final Talk talk;
    private final Slot slot;
    private final Trial trial;
    private boolean unsaid;
    private boolean unsaidAgain;

    Dispatch(Link link, Talk talk, Slot slot, Trial trial) {
        this.link = link;
        this.talk = talk;
        this.slot = slot;
        this.trial = trial;
    }

    /** A whole request line has been written: from now on this connection counts, if it did not before. */
    void speaksHttp() {
        link.memory().hasSpokenHttp();
        if (!talk.isSpoiled() && link.current() != null) {
            slot.adopt(link.acquisition().name(), link.current());
        }
    }

    /** If a used connection on trial will not do, a fresh one takes its place; if one that is in use will not, nobody uses it again. */
    void commit(boolean repeatable) throws IOException {
        if (trial.isProvisional()) {
            if (trial.isGood(link.current(), repeatable)) {
                trial.pass();
            } else {
                link.replacement().make();
            }
        } else if (slot.isHeld()
                && !isFirstOverTls()
                && !talk.isSpoiled()
                && !talk.isAnswerDue()
                && !link.isBeingRead()) {
            look();
        }
    }

    /** A request goes out; or once more, on the connection that has taken the place of another. */
    void sends(boolean again) {
        Secured tls = link.secured();
        unsaid = tls != null && !tls.custody().isNegotiated();
        unsaidAgain = again;
        if (!unsaid) {
            slot.asked(again);
        }
    }

    /** It went out, though there were no keys before: had the handshake failed, no request would have been sent. */
    void said() {
        if (unsaid) {
            unsaid = false;
            slot.asked(unsaidAgain);
        }
    }

    /** Its TLS handshake is over. */
    void handshaken(long nanos) {
        slot.handshaken(nanos);
    }

    /** The owner has dropped its socket. */
    void leaks() {
        slot.leaked();
    }

    /** Of TLS 1.3 a session ticket is there by then, as a rule: it looks like data, and comes before the answer. */
    private boolean isFirstOverTls() {
        return link.secured() != null && !talk.wasAsked();
    }

    /** An answer that is there before its request: what comes after it would be the next owner's. */
    private void look() {
        Secured tls = link.secured();
        if (!(tls == null ? link.current().looksQuiet() : isQuiet(tls.custody()))) {
            talk.spoil();
            if (tls == null && link.current().hasBytes()) { // of TLS it may be a message of its own
                link.memory().sentUnasked();
            }
        }
    }

    /** A record (RFC 8446, 5.1) may hold two answers, or have been read in part: the kernel shows nothing of that. */
    private boolean isQuiet(Custody tls) {
        try {
            boolean decrypted = tls.decrypted().available() > 0;
            if (decrypted && !link.isBeingRead()) {
                link.memory().sentUnasked();
            }
            return !decrypted && !tls.isWithinRecord() && link.current().looksQuiet();
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
