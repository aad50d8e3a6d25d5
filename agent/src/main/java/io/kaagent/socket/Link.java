package io.kaagent.socket;

import io.kaagent.config.CloseHeader;
import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Reason;
import io.kaagent.tls.Arrival;
import io.kaagent.tls.TlsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
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
    private final Talk talk;
    private final OriginOptions options;
    private final OriginMemory memory;
    private final ReentrantLock reading;
    private final Made made;
    private final Slot slot;
    private final Trial trial;

    private volatile Opening opening;
    private volatile RawConnection current;
    private volatile Secured secured;
    private volatile boolean closed;

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
        this.talk = talk;
        this.options = options;
        this.memory = memory;
        this.reading = reading;
        this.made = made;
        this.slot = new Slot(home.pool(), lease);
        this.trial = new Trial(home, options, memory);
    }

    void connect(InetSocketAddress address, int timeout) throws IOException {
        opening = new Opening(home, memory, options, made, address, timeout, foreseen());
        Connection taken = opening.take();
        if (taken != null && !taken.mustConnect() && takeOver(taken)) {
            slot.took(taken);
        } else if (taken != null && taken.mustConnect()) {
            isOpen(opening.open(taken));
            slot.took(taken);
        } else {
            isOpen(opening.open(null));
        }
        if (closed) {
            end(Reason.CLOSED_BY_OWNER);
            throw new SocketException("Socket closed");
        }
        if (Route.usesProxy(made.impl())) {
            talk.turnOpaque();
            leave();
        }
    }

    /** Whoever sets an option at this moment does it before, and it is taken over, or afterwards, on the connection. */
    private boolean takeOver(Connection taken) {
        boolean done = false;
        try {
            synchronized (made) {
                RawConnection used = opening.reuse(taken);
                trial.begin(made, options.protocol() != Protocol.OPAQUE);
                current = used;
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
        Secured tls = secured;
        return tls != null
                ? tls.foreseen()
                : memory.foresee(null); // a plain socket that will be layered, as others were
    }

    private void isOpen(RawConnection fresh) {
        current = fresh;
        if (secured != null) {
            secured.opened(fresh);
        }
    }

    /** From now on what is read and written here passes through TLS; null as long as it does not. */
    void secure(Secured tls) {
        secured = tls;
        RawConnection open = current;
        if (open != null && !open.wasUsed()) {
            tls.opened(open);
        }
    }

    Secured secured() {
        return secured;
    }

    /** The used connection that has to do yet; null if there is none. */
    RawConnection onTrial() {
        return trial.isProvisional() ? current : null;
    }

    /** What the TLS connection is made with is certain now. */
    void settle(TlsSettings settings) {
        opening.settle(settings);
        slot.rename(opening.name(), current);
        memory.connectedWith(settings);
    }

    /** A used connection is none for this owner, but may be one for others. */
    void decline() throws IOException {
        RawConnection unused;
        synchronized (made) {
            if (closed || current == null) {
                throw new SocketException("Socket closed");
            }
            unused = onTrial();
            if (unused == null) {
                return;
            }
            current = null;
            trial.end();
        }
        unused.freeUnused();
        if (!slot.putBack()) {
            unused.close();
        }
        home.settings().freed();
        RawConnection fresh = opening.connect();
        isOpen(fresh);
        if (closed) {
            fresh.close();
            throw new SocketException("Socket closed");
        }
    }

    /** Null as long as it is not connected. */
    RawConnection current() {
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

    int read(byte[] bytes, int from, int length) throws IOException {
        Secured tls = secured;
        return tls == null ? current.in.read(bytes, from, length) : tls.readDecrypted(bytes, from, length);
    }

    void send(byte[] bytes, int from, int length) throws IOException {
        Secured tls = secured;
        if (tls == null) {
            current.out.write(bytes, from, length);
        } else {
            tls.writeDecrypted(bytes, from, length);
        }
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        boolean done = false;
        try {
            send(bytes, from, length);
            done = true;
        } finally {
            if (!done) {
                talk.spoil();
            }
        }
    }

    void shutdownOutput() throws IOException {
        talk.spoil();
        home.calls().shutdownOutput(current.impl);
    }

    /** A whole request line has been written: from now on this connection counts, if it did not before. */
    void speaksHttp() {
        memory.hasSpokenHttp();
        if (!talk.isSpoiled()) {
            slot.adopt(opening.name(), current);
        }
    }

    /** The head of a request is complete: will a used connection do? If not, a fresh one takes its place. */
    void commit(boolean repeatable) throws IOException {
        if (trial.isProvisional()) {
            if (trial.isGood(current, repeatable)) {
                trial.pass();
            } else {
                replace();
            }
        } else if (slot.isHeld() && !talk.isSpoiled() && !talk.isAnswerDue() && !isBeingRead()) {
            look();
        }
    }

    /** An answer that is there before its request: what comes after it would be the next owner's. */
    private void look() throws IOException {
        if (current.looksQuiet()) {
            return;
        }
        if (secured != null) {
            digest();
        } else {
            talk.spoil();
            if (current.hasBytes()) {
                memory.sentUnasked();
            }
        }
    }

    private void digest() throws IOException {
        if (!reading.tryLock()) {
            talk.spoil();
            return;
        }
        try {
            Arrival arrival = current.hasBytes() ? secured.digest() : Arrival.UNCLEAR;
            if (arrival == Arrival.DATA) {
                memory.sentUnasked();
            }
            if (arrival != Arrival.OF_TLS || !current.looksQuiet()) {
                talk.spoil();
            }
        } finally {
            reading.unlock();
        }
    }

    /** What comes now was not meant for a connection that others have used. */
    void useFresh() throws IOException {
        if (trial.isProvisional()) {
            replace();
        }
    }

    /** A byte of an answer has come: the connection is not stale. */
    void answering() {
        trial.dropSpare();
    }

    /** As much as can be read without waiting, and at times less. */
    int available() throws IOException {
        Secured tls = secured;
        return tls == null ? current.available() : tls.availableDecrypted();
    }

    boolean isReplaceable() {
        return trial.hasSpare() && !closed;
    }

    /** The used connection did not take the request. Not if a thread is reading from it, or there is something to be read. */
    boolean replaceForWriting() throws IOException {
        if (!isReplaceable() || !reading.tryLock()) {
            return false;
        }
        try {
            if (current.hasBytes()) {
                return false;
            }
            replace();
            return true;
        } finally {
            reading.unlock();
        }
    }

    /** A fresh connection in place of the used one, in the same slot. */
    void replace() throws IOException {
        if (!trial.isProvisional()) {
            memory.closedWithoutAWord(); // it had taken a request, or seemed to
        }
        Secured tls = secured;
        if (tls != null) {
            tls.giveUp();
        }
        current.closeForAnother();
        boolean done = false;
        try {
            current = opening.connect();
            trial.end(); // on trial up to here: who wants to read meanwhile has to wait for this
            slot.reopened(current);
            if (tls != null) {
                tls.replaced(current);
            }
            done = true;
        } finally {
            if (!done) {
                trial.pass();
                talk.spoil();
            }
        }
        if (closed) {
            current.close();
            throw new SocketException("Socket closed");
        }
    }

    /** The pool has no say on this connection any more. */
    void leave() {
        slot.leave(Reason.NOT_REUSABLE);
    }

    boolean isPooled() {
        return slot.isHeld() && opening.isUsual();
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
        home.settings().freed();
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
            if (last != null) {
                last.closeByOwner();
            } else {
                made.close();
            }
        } finally {
            slot.leave(reason);
        }
    }
}
