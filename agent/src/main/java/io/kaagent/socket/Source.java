package io.kaagent.socket;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads from the connection that the raw socket has at the moment. The one place where a used connection turns out to be stale.
 *
 * <p>Threading: under the raw socket's read lock. Takes the write lock if it is free: who writes at this moment sees to the rest.
 */
final class Source {
    /** Nothing was read: the connection is another one now, and the request is on its way again. */
    static final int AGAIN = -2;

    private static final long LEAVING_MILLIS = 1000;

    private final Link link;
    private final Talk talk;
    private final Outgoing outgoing;
    private final ReentrantLock writing;

    Source(Link link, Talk talk, Outgoing outgoing, ReentrantLock writing) {
        this.link = link;
        this.talk = talk;
        this.outgoing = outgoing;
        this.writing = writing;
    }

    /** As it comes. */
    int read(byte[] bytes, int from, int length) throws IOException {
        return link.payload().read(bytes, from, length);
    }

    /** Not part of an answer that is followed. */
    int readOpaque(byte[] bytes, int from, int length) throws IOException {
        sendWhatIsHeld();
        int got = link.payload().read(bytes, from, length);
        if (got > 0) {
            talk.heard();
        }
        return got;
    }

    /**
     * Part of an answer.
     *
     * @param first no byte of it has come before
     */
    int receive(byte[] bytes, int from, int length, boolean first) throws IOException {
        sendWhatIsHeld();
        int got;
        try {
            got = link.payload().read(bytes, from, length);
        } catch (SocketTimeoutException e) {
            throw e; // the server takes its time: nothing is wrong
        } catch (InterruptedIOException e) {
            talk.spoil();
            throw e; // this thread was interrupted (a virtual one), and its socket will be closed
        } catch (IOException e) {
            if (first && isReplaced()) {
                return AGAIN;
            }
            talk.spoil();
            throw e;
        }
        if (got < 0 && first && isReplaced()) {
            return AGAIN;
        }
        if (got > 0) {
            link.trial().dropSpare();
        }
        return got;
    }

    /** Who only ever asks whether something is there has to be told of a stale connection as well. */
    int available() throws IOException {
        sendWhatIsHeld();
        if (link.replacement().isPossible()
                && !link.current().looksQuiet()
                && !link.current().hasBytes()) {
            isReplaced();
        }
        return link.payload().available();
    }

    /**
     * Who reads waits for an answer to what was written. Who reads before anything was written wants the server to speak first. On a
     * used connection on trial this has to be settled first, whoever writes at this moment: on the one it may be replaced by, no read
     * would be under way.
     */
    private void sendWhatIsHeld() throws IOException {
        if (link.trial().isProvisional()) {
            writing.lock();
        } else if (!outgoing.isHolding() || !writing.tryLock()) {
            return;
        }
        try {
            if (outgoing.isUntouched()) {
                link.replacement().useFresh();
            } else {
                outgoing.flushHead();
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean isReplaced() throws IOException {
        if (!link.replacement().isPossible()) {
            return false;
        }
        link.memory().closedWithoutAWord();
        if (!isNobodyWriting()) {
            return false;
        }
        try {
            if (!link.replacement().isPossible() || !outgoing.canRepeat()) {
                return false;
            }
            link.replacement().make();
            outgoing.repeat();
            return true;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Then the write lock is held. Who has just written the request may not have left the lock yet; who is still writing is about to be
     * told that the connection is dead, unless the server reads on: for that nobody waits.
     */
    private boolean isNobodyWriting() {
        try {
            return writing.tryLock() || writing.tryLock(LEAVING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // for the application
            return false;
        }
    }
}
