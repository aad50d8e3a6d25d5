package io.kaagent.socket;

import io.kaagent.config.CloseHeader;
import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.pool.Connection;
import io.kaagent.pool.Fate;
import io.kaagent.pool.Hint;
import io.kaagent.pool.Name;
import io.kaagent.pool.Origin;
import io.kaagent.pool.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which connection a raw socket has, and how it came by it. A used connection is <em>provisional</em> until a complete request head
 * shows that it will do: up to then, and while no byte of an answer has come, the impl that the application made is kept
 * unconnected, with all its options, for a fresh connection in its place.
 *
 * <p>Threading: connecting and closing by any thread; everything that changes the connection in between holds the read lock and the
 * write lock, or is done by the only thread that uses the socket.
 */
final class Link {
    /** Since the look at its taking a used connection may have been closed; a request soon after needs no second look. */
    private static final long STILL_QUIET_NANOS = 2000000;

    private final RawPool home;
    private final Talk talk;
    private final Lease lease;
    private final Origin origin;
    private final OriginOptions options;
    private final OriginMemory memory;
    private final ReentrantLock reading;
    private final SocketImpl made;

    private volatile RawConnection current;
    private volatile SocketImpl spare;
    private volatile Connection slot;
    private volatile boolean provisional;
    private volatile boolean closed;
    private Name name;
    private InetSocketAddress address;
    private int connectTimeout;
    private long takenAt;

    Link(
            RawPool home,
            Talk talk,
            Lease lease,
            Origin origin,
            OriginOptions options,
            ReentrantLock reading,
            SocketImpl made) {
        this.home = home;
        this.talk = talk;
        this.lease = lease;
        this.origin = origin;
        this.options = options;
        this.memory = home.origins().of(origin);
        this.reading = reading;
        this.made = made;
    }

    /** Rules 7-13, and then, unless there is a free connection, what the platform does. */
    void connect(InetSocketAddress to, int timeout) throws IOException {
        address = to;
        connectTimeout = timeout;
        name = RawName.of(origin, to, made);
        Connection taken = isKnownHere() ? take(timeout) : null;
        if (taken != null && !taken.mustConnect()) {
            reuse(taken);
        } else {
            open(taken);
        }
        if (closed) {
            end(Reason.CLOSED_BY_OWNER);
            throw new SocketException("Socket closed");
        }
    }

    boolean isConnected() {
        return current != null;
    }

    RawConnection current() {
        return current;
    }

    /** Null unless the present connection is a used one that may yet have to be replaced. */
    SocketImpl spare() {
        return spare;
    }

    InetSocketAddress address() {
        return address;
    }

    Origin origin() {
        return origin;
    }

    OriginMemory memory() {
        return memory;
    }

    CloseHeader closeHeader() {
        return options.closeHeader();
    }

    boolean allowsReuse() {
        return memory.allowsReuse();
    }

    boolean isBeingRead() {
        return reading.isLocked() && !reading.isHeldByCurrentThread();
    }

    boolean isProvisional() {
        return provisional;
    }

    boolean wasUsed() {
        return current.wasUsed();
    }

    int read(byte[] bytes, int from, int length) throws IOException {
        return current.in.read(bytes, from, length);
    }

    int available() throws IOException {
        return home.calls().available(current.impl);
    }

    void send(byte[] bytes, int from, int length) throws IOException {
        current.out.write(bytes, from, length);
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

    /** A whole request line has been written: from now on this connection counts, if it did not before. */
    void speaksHttp() {
        memory.hasSpokenHttp();
        if (slot == null && !talk.isSpoiled()) {
            slot = home.pool().adopt(name, current);
            if (closed) {
                leave(); // by another thread, which saw no slot
            }
        }
    }

    /** The head of a request is complete: will a used connection do? If not, a fresh one takes its place. */
    void commit(boolean repeatable) throws IOException {
        if (provisional) {
            if (isGoodFor(repeatable)) {
                provisional = false;
            } else {
                replace();
            }
        }
    }

    /** What comes now was not meant for a connection that others have used. */
    void useFresh() throws IOException {
        if (provisional) {
            replace();
        }
    }

    /** A byte of an answer has come: the connection is not stale. */
    void answering() {
        if (spare != null) {
            dropSpare();
        }
    }

    void used() {
        current.used();
    }

    boolean isReplaceable() {
        return spare != null && !closed;
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
        SocketImpl fresh = spare;
        boolean done = false;
        try {
            if (!provisional) {
                memory.closedWithoutAWord(); // it had taken a request, or seemed to
            }
            provisional = false;
            current.close();
            home.calls().connect(fresh, address, connectTimeout);
            RawConnection opened = connected(fresh);
            current = opened;
            spare = null;
            Connection held = slot;
            if (held != null) {
                home.pool().reopened(held, opened);
            }
            done = true;
        } finally {
            if (!done) {
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
        Connection held = slot;
        slot = null;
        if (held != null) {
            home.pool().gone(held, Reason.NOT_REUSABLE);
        }
        lease.end();
    }

    /** Rules 14-19. */
    void giveBack(Hint hint) {
        closed = true;
        dropSpare();
        Connection held = slot;
        slot = null;
        current.free(hint, origin);
        if (home.pool().give(held, true, hint) == Fate.IGNORED) {
            current.close(); // its slot is gone: nobody may use it any more
        }
        home.settings().freed();
    }

    /** Whether the pool counts it, so that it can be given back. */
    boolean isPooled() {
        return slot != null && options.pool();
    }

    /** Closes for real. Any thread; whoever reads or writes gets the platform's exception. */
    void end(Reason reason) throws IOException {
        closed = true;
        Connection held = slot;
        slot = null;
        dropSpare();
        try {
            RawConnection last = current;
            if (last != null) {
                last.closeByOwner();
            } else {
                home.calls().close(made);
            }
        } finally {
            if (held != null) {
                home.pool().gone(held, reason);
            }
        }
    }

    void endQuietly(Reason reason) {
        try {
            end(reason);
        } catch (IOException e) {
            home.closeFailed(e);
        }
    }

    /** Whether the server can be expected to have it open still. */
    boolean isWithinIdleLimit() {
        long idle = current.idleNanos();
        long limit = options.timeoutMillis() * 1000000;
        return limit == 0 || idle < limit || idle < current.promisedNanos();
    }

    private boolean isKnownHere() {
        return memory.speaksHttp() || options.protocol() == Protocol.OPAQUE;
    }

    private Connection take(int timeout) throws IOException {
        return home.waiting().take(name, !memory.allowsReuse(), timeout > 0 ? timeout : options.acquireTimeoutMillis());
    }

    private void reuse(Connection taken) throws IOException {
        RawConnection used = (RawConnection) taken.resource();
        boolean done = false;
        try {
            used.options.takeFrom(made);
            done = true;
        } finally {
            if (!done) {
                used.close();
                home.pool().gone(taken, Reason.NOT_REUSABLE);
            }
        }
        spare = made;
        slot = taken;
        takenAt = home.nanos();
        provisional = options.protocol() != Protocol.OPAQUE;
        current = used;
    }

    private void open(Connection taken) throws IOException {
        RawConnection opened = null;
        try {
            home.calls().connect(made, address, connectTimeout);
            opened = connected(made);
        } finally {
            if (opened == null && taken != null) {
                home.pool().connectFailed(taken);
            }
        }
        if (taken != null) {
            home.pool().opened(taken, opened);
        }
        slot = taken;
        current = opened;
        if (Route.usesProxy(made)) {
            talk.turnOpaque();
            leave();
        }
    }

    private RawConnection connected(SocketImpl impl) throws IOException {
        home.calls().setSocket(impl, home.nobody());
        return new RawConnection(home, memory, impl);
    }

    private boolean isGoodFor(boolean repeatable) {
        long idle = current.idleNanos();
        boolean young = idle < options.unsafeReuseIdleMillis() * 1000000 || idle < current.promisedNanos();
        return (repeatable || young && memory.allowsUnsafeReuse())
                && (home.nanos() - takenAt < STILL_QUIET_NANOS || current.isQuiet());
    }

    private void dropSpare() {
        SocketImpl unused = spare;
        spare = null;
        if (unused != null) {
            home.close(unused);
        }
    }
}
