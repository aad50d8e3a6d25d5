package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the owner of a socket reads and writes, from connecting to closing; with TLS, what passes above it.
 *
 * <p>Threading: any thread. Reading holds one lock, writing another, as in the platform's own impl.
 */
final class Flow implements Passage {
    private final RawPool home;
    private final Lease lease;
    private final Talk talk;
    private final Link link;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Departure departure;
    private final ReentrantLock reading;
    private final ReentrantLock writing;
    private volatile boolean closed;
    private volatile boolean begun;
    private byte[] oneRead;
    private byte[] oneWritten;

    Flow(
            RawPool home,
            Lease lease,
            Talk talk,
            Link link,
            Outgoing outgoing,
            Incoming incoming,
            Departure departure,
            ReentrantLock reading,
            ReentrantLock writing) {
        this.home = home;
        this.lease = lease;
        this.talk = talk;
        this.link = link;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.departure = departure;
        this.reading = reading;
        this.writing = writing;
    }

    /** Whether anything has been read or written. */
    boolean hasBegun() {
        return begun;
    }

    /** The owner has closed its socket, or dropped it. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether this very thread is reading or writing. */
    boolean isInUseHere() {
        return reading.isHeldByCurrentThread() || writing.isHeldByCurrentThread();
    }

    /** Whether a thread is reading or writing. */
    boolean isInUse() {
        return reading.isLocked() || writing.isLocked();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        reading.lock();
        try {
            begin();
            if (isOver()) {
                return readClosed(bytes, from, length);
            }
            return link.secured() == null ? incoming.read(bytes, from, length) : readSecured(bytes, from, length);
        } finally {
            reading.unlock();
        }
    }

    /** A byte, or -1. Clients that read this way do so all the time: nothing is allocated but once. */
    @Override
    public int read() throws IOException {
        reading.lock();
        try {
            if (oneRead == null) {
                oneRead = new byte[1];
            }
            return read(oneRead, 0, 1) <= 0 ? -1 : oneRead[0] & 0xff;
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void write(int b) throws IOException {
        writing.lock();
        try {
            if (oneWritten == null) {
                oneWritten = new byte[1];
            }
            oneWritten[0] = (byte) b;
            write(oneWritten, 0, 1);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        writing.lock();
        try {
            begin();
            if (link.secured() != null) {
                writeSecured(bytes, from, length);
            } else if (departure.isBack()) {
                throw new SocketException("Socket closed");
            } else if (closed) {
                talk.spoil(); // it passes unseen, and who closes may not have the locks yet
                link.payload().write(bytes, from, length);
            } else {
                outgoing.write(bytes, from, length);
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public int available() throws IOException {
        if (reading.tryLock()) {
            try {
                if (!begun && link.secured() != null) {
                    return 0; // nor does it begin with that
                }
                begun = true;
                if (!isOver()) { // asked under the lock: the connection may be another's by now
                    return incoming.available();
                }
            } finally {
                reading.unlock();
            }
        }
        if (link.secured() != null) {
            return 0;
        }
        return home.calls().available(departure.isBack() ? home.closedImpl() : link.current().impl);
    }

    /** Plain, or by TLS: from now on nothing can come in between. */
    private void begin() throws IOException {
        if (!begun) {
            begun = true;
        }
        Secured tls = link.secured();
        if (tls == null) {
            link.acquisition().declineTls();
        } else if (!isOver()) {
            tls.settle();
        }
    }

    private boolean isOver() {
        return closed || departure.isBack();
    }

    private void writeSecured(byte[] bytes, int from, int length) throws IOException {
        if (isOver() || link.secured().custody().hasSeenAnEnd()) {
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

    private int readSecured(byte[] bytes, int from, int length) throws IOException {
        boolean done = false;
        try {
            int got = incoming.read(bytes, from, length);
            done = got >= 0;
            if (done && link.secured().custody().shown() != null) {
                adopt(false);
            }
            return got;
        } catch (SocketTimeoutException e) {
            done = true; // nothing has ended
            throw e;
        } finally {
            if (!done && incoming.hasEnded()) {
                showEnd();
            } else if (!done) {
                adopt(true);
                link.secured().hasEnded();
            }
        }
    }

    /** The owner sees the end of a connection that lives on. */
    private void showEnd() {
        if (writing.tryLock()) {
            try {
                link.secured().showEnd(link.current());
            } catch (IOException e) {
                home.closeFailed(e); // what it was to look like: the owner has its end of stream all the same
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
        if (ended) {
            link.answering(); // nothing takes its place any more
            tls.custody().decrypted().comesAfter(tls.custody().ended());
            if (tls.custody().isClosed()) {
                lease.raw().closeAll(); // as the JDK would have: an error ends a TLS connection, and its socket
            }
        } else if (!link.replacement().isPossible()) {
            tls.adopt();
        }
    }

    private int readClosed(byte[] bytes, int from, int length) throws IOException {
        if (link.secured() != null) {
            return link.secured().custody().decrypted().readNone(bytes, from, length);
        }
        if (incoming.hasEnded()) {
            return -1;
        }
        if (departure.isBack()) {
            throw new SocketException("Socket closed");
        }
        talk.spoil();
        return link.payload().read(bytes, from, length);
    }
}
