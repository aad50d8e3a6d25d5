package io.kaagent.socket;

import io.kaagent.tls.ArrivedRecords;
import io.kaagent.tls.JdkSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * What the owner of a TLS socket reads and writes, wherever its connection is at the moment.
 *
 * <p>Threading: reading under the read lock, writing under the write lock.
 */
final class Decrypted {
    private final Custody custody;
    private final Records records;
    private volatile Object session;
    private volatile boolean waitsForNothing;
    private volatile boolean atTheEnd;
    private volatile boolean thereBefore;
    private volatile byte[] ahead;
    private int aheadFrom;
    private WeakReference<RawInputStream> input;
    private WeakReference<RawOutputStream> output;

    Decrypted(Custody custody, Records records) {
        this.custody = custody;
        this.records = records;
    }

    /** The session with the first bytes; null before. */
    Object session() {
        return session;
    }

    /** What was decrypted and has not been read yet, and then this; null for nothing. */
    byte[] followedBy(byte[] more) {
        byte[] first = ahead;
        if (first == null || more == null) {
            return first == null ? more : Arrays.copyOfRange(first, aheadFrom, first.length);
        }
        byte[] all = Arrays.copyOfRange(first, aheadFrom, first.length + more.length);
        System.arraycopy(more, 0, all, first.length - aheadFrom, more.length);
        return all;
    }

    /** What was decrypted before the connection changed its place, and has not been read. */
    void comesAfter(byte[] bytes) {
        aheadFrom = 0;
        ahead = bytes;
    }

    /**
     * Whether a byte of an answer has arrived, or part of a record: it will be read next. The end of the connection is none. Never waits. Under
     * both locks.
     */
    boolean takeIn() {
        Carrier carrier = custody.shown();
        if (carrier == null || ahead != null) {
            return true;
        }
        byte[] arrived = carrier.takeInFirst();
        if (arrived.length > 0) {
            comesAfter(arrived);
        }
        return arrived.length > 0 || carrier.hasTakenPart();
    }

    /** Whether what has arrived is all there is to read. */
    void waitForNothing(boolean from) {
        waitsForNothing = from;
    }

    /** Below zero at the end of the stream; 0 if there is nothing to wait for. */
    int read(byte[] bytes, int from, int length) throws IOException {
        if (ahead != null && length > 0) {
            return readAhead(bytes, from, length);
        }
        if (waitsForNothing) {
            return readArrived(bytes, from, length);
        }
        try {
            int got = input().read(bytes, from, length);
            atTheEnd = got < 0;
            if (got > 0 && session == null) {
                session = JdkSocket.session(custody.mine());
                thereBefore = records.wasThereBefore();
            }
            return got;
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        }
    }

    /** Whether the owner has read to the end of the connection. */
    boolean isAtTheEnd() {
        return atTheEnd;
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        records.asks();
        Carrier carrier = custody.shown();
        OutputStream out = carrier == null ? JdkSocket.output(custody.mine()) : carrier.output();
        try {
            out.write(bytes, from, length);
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        }
    }

    int available() throws IOException {
        byte[] first = ahead;
        return first != null ? first.length - aheadFrom : input().available();
    }

    /** Whether the first bytes of all have been read just now, and were there before anything was written: an answer to nothing. */
    boolean takesUnasked() {
        boolean unasked = thereBefore;
        if (unasked) {
            thereBefore = false;
        }
        return unasked;
    }

    /** Whether something was decrypted that is still to be read. */
    boolean isAhead() {
        return ahead != null;
    }

    /** Of a socket that has no connection any more: what the JDK says to that. */
    int readNone(byte[] bytes, int from, int length) throws IOException {
        return JdkSocket.input(custody.mine()).read(bytes, from, length);
    }

    void writeNone(byte[] bytes, int from, int length) throws IOException {
        JdkSocket.output(custody.mine()).write(bytes, from, length);
    }

    /** The same as long as the application has it. */
    synchronized RawInputStream input(Session flow, Socket owner) {
        RawInputStream known = input == null ? null : input.get();
        if (known == null) {
            known = new RawInputStream(flow, owner, false);
            input = new WeakReference<RawInputStream>(known);
        }
        return known;
    }

    /** The same as long as the application has it. */
    synchronized RawOutputStream output(Session flow, Socket owner) {
        RawOutputStream known = output == null ? null : output.get();
        if (known == null) {
            known = new RawOutputStream(flow, owner, false);
            output = new WeakReference<RawOutputStream>(known);
        }
        return known;
    }

    private int readAhead(byte[] bytes, int from, int length) {
        int got = Math.min(length, ahead.length - aheadFrom);
        System.arraycopy(ahead, aheadFrom, bytes, from, got);
        aheadFrom += got;
        if (aheadFrom == ahead.length) {
            ahead = null;
        }
        return got;
    }

    private int readArrived(byte[] bytes, int from, int length) throws IOException {
        Carrier carrier = custody.shown();
        return carrier == null
                ? ArrivedRecords.read(custody.mine(), bytes, from, length)
                : carrier.readArrived(bytes, from, length);
    }

    private InputStream input() throws SocketException {
        Carrier carrier = custody.shown();
        return carrier == null ? JdkSocket.input(custody.mine()) : carrier.input();
    }

    /** JDK 21 and later: with a virtual thread that is interrupted its socket is closed, which the JDK does in the stream of a plain socket. */
    private IOException interrupted(InterruptedIOException e) throws IOException {
        if (e instanceof SocketTimeoutException || !custody.isUsed()) {
            return e;
        }
        custody.mine().close();
        return new SocketException("Closed by interrupt");
    }
}
