package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;

/** Reads a small answer whose length the client knows how to tell: up to the 100th byte after the head. */
final class SmallAnswer {
    private SmallAnswer() {}

    /** Returns how often it has read. */
    static int read(InputStream in, byte[] buffer) throws IOException {
        int filled = 0;
        for (int calls = 1; true; calls++) {
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                throw new IOException("the end after " + filled);
            }
            filled += got;
            if (filled == headLength(buffer, filled) + HttpTalk.SMALL) {
                return calls;
            }
        }
    }

    /** The same, where the end of the stream tells. */
    static int readToTheEnd(InputStream in, byte[] buffer) throws IOException {
        int calls = 1;
        long length = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            length += got;
            calls++;
        }
        if (length < HttpTalk.SMALL) {
            throw new IOException("only " + length + " bytes");
        }
        return calls;
    }

    /** The same as {@link #read}, byte by byte. */
    static int readByteByByte(InputStream in) throws IOException {
        int calls = 0;
        for (int last = 0, blank = 0; blank < 2; calls++) {
            int b = in.read();
            blank = b == '\n' ? last == '\n' ? 2 : 1 : b == '\r' ? blank : 0;
            last = b == '\r' ? last : b;
        }
        for (int i = 0; i < HttpTalk.SMALL; i++, calls++) {
            if (in.read() < 0) {
                throw new IOException("the end after " + i);
            }
        }
        return calls;
    }

    private static int headLength(byte[] buffer, int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return filled;
    }
}
