package io.kaagent.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A fresh connection in place of a used one that will not do, with the same owner, who need not know. Possible as long as no byte of an
 * answer has come.
 *
 * <p>Threading: the write lock is held, and nobody reads or the reader waits for this.
 */
final class Replacement {
    private final Link link;
    private final Talk talk;
    private final Trial trial;
    private final ReentrantLock reading;

    Replacement(Link link, Talk talk, Trial trial, ReentrantLock reading) {
        this.link = link;
        this.talk = talk;
        this.trial = trial;
        this.reading = reading;
    }

    boolean isPossible() {
        return trial.hasSpare() && !link.isClosed();
    }

    /** What comes now was not meant for a connection that others have used. */
    void useFresh() throws IOException {
        if (trial.isProvisional()) {
            make();
        }
    }

    /** The used connection did not take the request. Not if a thread is reading from it, or there is something to be read. */
    boolean forWriting() throws IOException {
        if (!isPossible() || !reading.tryLock()) {
            return false;
        }
        try {
            if (isAnswered()) {
                return false;
            }
            make();
            return true;
        } finally {
            reading.unlock();
        }
    }

    /** With TLS the bytes may be no more than an end: a goodbye, or a fatal alert. */
    private boolean isAnswered() throws IOException {
        Secured tls = link.secured();
        if (tls == null || !link.current().hasBytes()) {
            return link.current().hasBytes();
        }
        boolean answered = tls.custody().decrypted().takeIn();
        if (answered) {
            trial.dropSpare(); // at once: the kernel, which others ask, does not show any more what was taken in
        }
        return answered;
    }

    private RawConnection reopen() throws IOException {
        try {
            return link.reopen();
        } catch (ConnectException | NoRouteToHostException | SocketTimeoutException e) {
            throw LostServer.reset(e);
        }
    }

    /** In the same slot. */
    void make() throws IOException {
        if (!trial.isProvisional()) {
            link.memory().closedWithoutAWord(); // it had taken a request, or seemed to
        }
        Secured tls = link.secured();
        if (tls != null) {
            tls.custody().giveUp();
        }
        link.current().closeForAnother();
        boolean done = false;
        try {
            RawConnection fresh = reopen();
            if (tls != null) {
                tls.handshake.beginsAfterAll();
                tls.custody().replaced(fresh);
                tls.handshake.ends();
            }
            done = true;
        } finally {
            if (!done) {
                trial.pass();
                talk.spoil();
            }
        }
        if (link.isClosed()) {
            link.current().close();
            throw new SocketException("Socket closed");
        }
    }
}
