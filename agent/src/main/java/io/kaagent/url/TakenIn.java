package io.kaagent.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/**
 * A response body of which the beginning was taken in before the application has asked for it. To the application it is the body as it
 * was, an exception in the midst of it included.
 *
 * <p>A chunked stream that was asked what is available fetches more at a time from then on, and throws because of a fault while it still has
 * the good bytes before it. Those are given first.
 *
 * <p>Threading: as the stream below.
 */
final class TakenIn extends InputStream implements Arrivals.Taker {
    private static final int FIRST = 1024;
    private static final byte[] NONE = {};

    /** Whether it came to its end, and the connection went back. */
    boolean isOver;

    private final InputStream rest;
    private final int most;
    private byte[] bytes = NONE;
    private int next;
    private int end;
    private IOException failure;

    /** Somebody reads it: from now on no more is taken in. */
    private boolean wanted;

    /**
     * @param rest the body, of which nothing has been read
     * @param most bytes to take in
     */
    TakenIn(InputStream rest, int most) {
        this.rest = rest;
        this.most = most;
    }

    @Override
    public synchronized boolean take() {
        if (wanted) {
            return false;
        }
        try {
            int there = JdkBody.atMost(rest, Math.min(rest.available(), most - end));
            if (there <= 0) {
                return false;
            }
            if (bytes.length < end + there) {
                bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(FIRST, Math.max(2 * bytes.length, end + there))));
            }
            int read = rest.read(bytes, end, there);
            end += Math.max(0, read);
            return read > 0;
        } catch (IOException e) {
            failure = e; // for the application, when it comes to that
            takeWhatCameBefore();
            return false;
        }
    }

    /** A chunked stream looks ahead: it has found the fault behind bytes that are good, and shows them still. */
    private void takeWhatCameBefore() {
        try {
            int there = Math.min(rest.available(), most - end);
            while (there > 0) {
                bytes = Arrays.copyOf(bytes, end + there);
                int read = rest.read(bytes, end, there);
                end += Math.max(0, read);
                there = read > 0 ? Math.min(rest.available(), most - end) : 0;
            }
        } catch (IOException e) {
            // there is no more
        }
    }

    @Override
    public synchronized boolean isDone() {
        return wanted || failure != null || end >= most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length <= 0 || from < 0 || from > into.length - length) {
            return readNothing(into, from, length);
        }
        int copied = copy(into, from, length);
        if (copied > 0) {
            return copied;
        }
        throwFailure();
        try {
            return rest.read(into, from, length);
        } catch (IOException e) {
            if (e instanceof InterruptedIOException || !hasMore()) {
                throw e;
            }
            failure = e;
            return rest.read(into, from, length);
        }
    }

    /** As the stream below does where something is left to be read. */
    private int readNothing(byte[] into, int from, int length) throws IOException {
        if (available() == 0) {
            return rest.read(into, from, length);
        }
        if (length != 0 || from < 0 || from > into.length) {
            throw new IndexOutOfBoundsException();
        }
        return 0;
    }

    private synchronized void leave() {
        wanted = true;
        next = end;
        failure = null;
    }

    /** Of what was taken in. Two may read at once, as from the stream below; nobody waits in here. */
    private synchronized int copy(byte[] into, int from, int length) {
        wanted = true;
        int copied = Math.min(length, end - next);
        System.arraycopy(bytes, next, into, from, copied);
        next += copied;
        return copied;
    }

    @Override
    public int available() throws IOException {
        return end - next + (failure == null || hasMore() ? rest.available() : 0);
    }

    @Override
    public void close() throws IOException {
        leave();
        rest.close();
    }

    @Override
    public boolean markSupported() {
        return rest.markSupported();
    }

    @Override
    public void mark(int limit) {
        rest.mark(limit);
    }

    @Override
    public void reset() throws IOException {
        rest.reset();
    }

    /** Once, and not before the bytes that came before it: a chunked stream may still have some. */
    private void throwFailure() throws IOException {
        IOException met = failure;
        if (met != null && !hasMore()) {
            failure = null;
            throw met;
        }
    }

    private boolean hasMore() {
        try {
            return rest.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
