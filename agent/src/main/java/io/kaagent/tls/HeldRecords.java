package io.kaagent.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * What a TLS connection reads its records from while some of them have been fetched already. To the JDK it is the stream below; only
 * {@link #holdBack} ends it at the last record that has arrived whole, as a read time-out would.
 *
 * <p>Threading: by whoever reads.
 */
final class HeldRecords extends InputStream {
    private static final int HEADER = 5;
    private static final byte[] NONE = {};

    private final InputStream below;
    private byte[] bytes = NONE;
    private int next;
    private int wholeEnd = -1;

    HeldRecords(InputStream below) {
        this.below = below;
    }

    InputStream below() {
        return below;
    }

    /** Fetches what has arrived, up to so many bytes in all; whether there is a record that is whole. */
    boolean fetch(int most) throws IOException {
        int there = Math.min(below.available(), most - (bytes.length - next));
        if (there > 0) {
            int rest = bytes.length - next;
            byte[] all = new byte[rest + there];
            System.arraycopy(bytes, next, all, 0, rest);
            bytes = Arrays.copyOf(all, rest + Math.max(0, below.read(all, rest, there)));
            next = 0;
        }
        return endOfWhole() > next;
    }

    /** From now on only whole records are shown; or, if false, everything again. */
    void holdBack(boolean onlyWhole) {
        wholeEnd = onlyWhole ? endOfWhole() : -1;
    }

    /** Whether nothing is held any more that was shown or may be. */
    boolean isEmpty() {
        return next == (wholeEnd >= 0 ? wholeEnd : bytes.length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (isEmpty()) {
            if (wholeEnd >= 0 && length > 0) {
                throw new SocketTimeoutException("no more has arrived");
            }
            return below.read(into, from, length);
        }
        int read = Math.min(length, (wholeEnd >= 0 ? wholeEnd : bytes.length) - next);
        System.arraycopy(bytes, next, into, from, read);
        next += read;
        return read;
    }

    @Override
    public int available() throws IOException {
        return wholeEnd >= 0 ? wholeEnd - next : bytes.length - next + below.available();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }

    private int endOfWhole() {
        int end = next;
        while (end + HEADER <= bytes.length) {
            int length = HEADER + ((bytes[end + 3] & 0xff) << 8 | bytes[end + 4] & 0xff);
            if (end + length > bytes.length) {
                return end;
            }
            end += length;
        }
        return end;
    }
}
