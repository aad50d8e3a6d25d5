package io.kaagent.socket;

import io.kaagent.config.CloseHeader;
import io.kaagent.config.OriginOptions;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Reason;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which connection a raw socket has. A used one is on {@link Trial} at first.
 *
 * <p>Threading: connecting and closing by any thread; whatever changes the connection in between holds the read lock and the write
 * lock, or the one of them that the other's owner could be waiting behind.
 */
final class Link {
    private final RawPool home;
    private final OriginOptions options;
    private final OriginMemory memory;
    private final ReentrantLock reading;
    private final Made made;
    private final Slot slot;
    private final Trial trial;
    private final Replacement replacement;
    private final Acquisition acquisition;
    private final Dispatch dispatch;
    private final Payload payload;

    private volatile RawConnection current;
    private volatile Secured secured;
    private volatile boolean closed;
    private volatile boolean closing;

    /** @param made what the application's socket came with */
    Link(
            RawPool home,
            Talk talk,
            Lease lease,
            OriginMemory memory,
            OriginOptions options,
            ReentrantLock reading,
            Made made) {
        this.home = home;
        this.options = options;
        this.memory = memory;
        this.reading = reading;
        this.made = made;
        this.slot = new Slot(home.pool(), lease);
        this.trial = new Trial(home, options, memory);
        this.replacement = new Replacement(this, talk, trial, reading);
        this.payload = new Payload(home, this, talk);
        this.dispatch = new Dispatch(this, talk, slot, trial);
        this.acquisition = new Acquisition(home, talk, this, memory, options, made, slot, trial);
    }

    /** On trial from now on. */
    void takesOver(RawConnection used) {
        current = used;
    }

    /** A connection of its own. */
    void isOpen(RawConnection fresh) {
        current = fresh;
        if (secured != null) {
            secured.custody().opened(fresh);
        }
    }

    /** From now on what is read and written here passes through TLS; null as long as it does not. */
    void secure(Secured tls) {
        secured = tls;
        RawConnection open = current;
        if (open != null && !open.wasUsed()) {
            tls.custody().opened(open);
        }
    }

    Secured secured() {
        return secured;
    }

    /** The used connection that has to do yet; null if there is none. */
    RawConnection onTrial() {
        return trial.isProvisional() ? current : null;
    }

    /**
     * The used connection is none for this owner.
     *
     * @return null if there is none
     */
    RawConnection takeOut() throws SocketException {
        synchronized (made) {
            if (closed || current == null) {
                throw new SocketException("Socket closed");
            }
            RawConnection unused = onTrial();
            if (unused != null) {
                current = null;
                trial.end();
            }
            return unused;
        }
    }

    /** The owner closes, and its connection will end with it: nothing takes its place any more. */
    void isClosing() {
        closing = true;
    }

    /** The owner closes, and has not begun. */
    void putBackUnused() {
        RawConnection unused;
        synchronized (made) {
            unused = closed || current == null ? null : onTrial();
            if (unused != null) {
                closed = true;
                current = null;
                trial.end();
            }
        }
        if (unused != null) {
            acquisition.putBack(unused);
        }
    }

    /** Whether a request may go out on it. */
    Dispatch dispatch() {
        return dispatch;
    }

    /** How it comes by its connection. */
    Acquisition acquisition() {
        return acquisition;
    }

    /** @throws SocketException if it is not connected: another one was to take the place of what was there, and could not be opened */
    RawConnection connected() throws SocketException {
        RawConnection open = current;
        if (open == null) {
            throw new SocketException("Socket closed");
        }
        return open;
    }

    /** Null as long as it is not connected. */
    RawConnection current() {
        return current;
    }

    Payload payload() {
        return payload;
    }

    Replacement replacement() {
        return replacement;
    }

    /** Whether nobody uses it any more, or soon will not. */
    boolean isClosed() {
        return closed || closing;
    }

    /** Whether it was closed, and nothing more will become of it. */
    boolean isEnded() {
        return closed;
    }

    /** Opens a fresh one in the slot of the one that was closed. */
    RawConnection reopen() throws IOException {
        current = acquisition.open();
        trial.end(); // on trial up to here: who wants to read meanwhile has to wait for this
        slot.reopened(current);
        return current;
    }

    /** What the application's socket came with. */
    Made made() {
        return made;
    }

    Trial trial() {
        return trial;
    }

    OriginMemory memory() {
        return memory;
    }

    /** Whether a close of the client is ours to keep back. Where nothing is parked it would be of no use. */
    boolean rewritesClose() {
        return options.keepAlive() && options.closeHeader() == CloseHeader.REWRITE;
    }

    boolean isBeingRead() {
        return reading.isLocked() && !reading.isHeldByCurrentThread();
    }

    /** The pool has no say on this connection any more. */
    void leave() {
        slot.leave(Reason.NOT_REUSABLE);
    }

    boolean isPooled() {
        return slot.isHeld() && acquisition.isUsual();
    }

    /** Whether the server can be expected to have it open still. */
    boolean isWithinIdleLimit() {
        return options.timeoutMillis() == 0 || current.isYoung(options.timeoutMillis());
    }

    void giveBack(Hint hint) {
        closed = true;
        trial.dropSpare();
        current.free(hint);
        if (!slot.giveBack(hint)) {
            current.close();
        }
        home.settings().lookAfter();
    }

    /** A plain socket with a connection of TLS never got that; and who has seen an end of it has it no more. */
    private boolean ownerSaysGoodbye() {
        return secured != null && !secured.custody().hasSeenAnEnd();
    }

    /** Closes for real. Any thread; whoever reads or writes gets the platform's exception. */
    void end(Reason reason) throws IOException {
        RawConnection last;
        synchronized (made) {
            closed = true;
            last = current;
        }
        trial.dropSpare();
        try {
            if (last != null && last.carrier() != null && !ownerSaysGoodbye()) {
                last.close();
            } else if (last != null) {
                last.closeByOwner();
            } else {
                made.close();
            }
        } finally {
            slot.leave(reason);
        }
    }
}
