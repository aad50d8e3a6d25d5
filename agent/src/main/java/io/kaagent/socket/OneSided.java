package io.kaagent.socket;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What ends one side of a connection, or passes beside its bytes: half-closing it, and urgent data. From then on the connection is
 * nobody's but its owner's.
 *
 * <p>Threading: any thread. Waits for none that reads or writes: on a plain socket this does not either, and may be what frees it.
 */
final class OneSided {
    private final Link link;
    private final Talk talk;
    private final OwnersOptions options;
    private final Outgoing outgoing;
    private final ReentrantLock writing;

    OneSided(Link link, Talk talk, OwnersOptions options, Outgoing outgoing, ReentrantLock writing) {
        this.link = link;
        this.talk = talk;
        this.options = options;
        this.outgoing = outgoing;
        this.writing = writing;
    }

    /** Its input is about to be shut down, or urgent data to be sent: neither can be done again on another connection. */
    void begins() throws IOException {
        taint();
        talk.makeUnrepeatable();
        sendWhatIsHeld();
    }

    /** True if the output need not be shut down in earnest. */
    boolean outputEnds() throws IOException {
        if (isEndOfAll()) {
            return true;
        }
        taint();
        talk.mute();
        sendWhatIsHeld();
        return false;
    }

    /** A server that was asked to close needs no other sign that this was all: giving one may just be the client's habit. */
    private boolean isEndOfAll() {
        if (!writing.tryLock()) {
            return false;
        }
        try {
            return outgoing.endsHere();
        } finally {
            writing.unlock();
        }
    }

    /** After this the connection either has been given back already, or never will be. */
    private void taint() {
        synchronized (options) {
            talk.spoil();
        }
    }

    private void sendWhatIsHeld() throws IOException {
        if (writing.tryLock()) {
            try {
                link.replacement().useFresh();
                outgoing.flushHead();
            } finally {
                writing.unlock();
            }
        }
    }
}
