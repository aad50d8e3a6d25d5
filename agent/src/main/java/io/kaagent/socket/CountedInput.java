package io.kaagent.socket;

import java.io.IOException;
import java.io.InputStream;

/**
 * The records of one connection, counted: where the JDK does not show that it has read part of one.
 *
 * <p>Threading: read by one thread at a time.
 */
final class CountedInput extends InputStream {
    private final InputStream in;
    private volatile long count;

    CountedInput(InputStream in) {
        this.in = in;
    }

    /** How many bytes have been read. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count = b < 0 ? count : count + 1;
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got = in.read(bytes, from, length);
        count = got < 0 ? count : count + got;
        return got;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }
}
