package io.kaagent.socket;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the owner of a socket reads and writes, from connecting to closing; with TLS, what passes above it.
 *
 * <p>Threading: any thread. Reading holds one lock, writing another, as in the platform's own impl.
 */
final class Flow implements Passage {
    private final RawPool home;
    private final Talk talk;
    private final Link link;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Departure departure;
    private final SecuredFlow secured;
    private final ReentrantLock reading;
    private final ReentrantLock writing;
    private volatile boolean closed;
    private volatile boolean begun;
    private byte[] oneRead;
    private byte[] oneWritten;

    Flow(
            RawPool home,
            Talk talk,
            Link link,
            Outgoing outgoing,
            Incoming incoming,
            Departure departure,
            SecuredFlow secured,
            ReentrantLock reading,
            ReentrantLock writing) {
        this.home = home;
        this.talk = talk;
        this.link = link;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.departure = departure;
        this.reading = reading;
        this.writing = writing;
        this.secured = secured;
    }

    /** What passes above TLS. */
    SecuredFlow secured() {
        return secured;
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
            return link.secured() == null ? incoming.read(bytes, from, length) : secured.read(bytes, from, length);
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
                secured.write(bytes, from, length, isOver());
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
        return home.calls().available(departure.isBack() ? home.closedImpl() : link.connected().impl);
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
