package io.kaagent.socket;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One connection without an operating system: the test is the server, and says when bytes, the end, a reset come. Whoever reads where
 * there is nothing gets a time-out at once, unless the test lets it wait.
 */
final class Wire {
    /** To the kernel's poll a negative descriptor is always quiet, and one that is not open never. */
    private static final int QUIET = -1;

    private static final int NOT_QUIET = 1 << 30;
    private static final Field NUMBER = number();

    final FileDescriptor descriptor = new FileDescriptor();

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private byte[] arrived = {};
    private boolean ended;
    private boolean reset;
    private boolean closed;
    private boolean writesFail;
    private boolean writesWait;
    private boolean readsWait;
    private boolean inRead;
    private boolean inWrite;

    Wire() {
        tellPoll();
    }

    // The server's side.

    synchronized String received() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    synchronized void send(String text) {
        byte[] more = text.getBytes(StandardCharsets.ISO_8859_1);
        int before = arrived.length;
        arrived = Arrays.copyOf(arrived, before + more.length);
        System.arraycopy(more, 0, arrived, before, more.length);
        tellPoll();
    }

    /** Closes: what has arrived can still be read. */
    synchronized void end() {
        ended = true;
        tellPoll();
    }

    /** What has arrived is lost. */
    synchronized void reset() {
        arrived = new byte[0];
        reset = true;
        tellPoll();
    }

    /** Only whoever writes will notice. */
    synchronized void failWrites() {
        writesFail = true;
    }

    synchronized void letReadsWait() {
        readsWait = true;
    }

    synchronized void letWritesWait(boolean wait) {
        writesWait = wait;
        notifyAll();
    }

    synchronized boolean isInRead() {
        return inRead;
    }

    synchronized boolean isInWrite() {
        return inWrite;
    }

    /** By the client. */
    synchronized boolean isClosed() {
        return closed;
    }

    synchronized int unread() {
        return arrived.length;
    }

    // The client's side.

    synchronized int read(byte[] bytes, int from, int length) throws IOException {
        inRead = true;
        try {
            while (readsWait && !closed && !reset && !ended && arrived.length == 0) {
                pause();
            }
        } finally {
            inRead = false;
        }
        if (closed) {
            throw new SocketException("Socket closed");
        }
        if (reset) {
            throw new SocketException("Connection reset");
        }
        if (arrived.length == 0) {
            if (ended) {
                return -1;
            }
            throw new SocketTimeoutException("Read timed out");
        }
        int got = Math.min(length, arrived.length);
        System.arraycopy(arrived, 0, bytes, from, got);
        arrived = Arrays.copyOfRange(arrived, got, arrived.length);
        tellPoll();
        return got;
    }

    synchronized void write(byte[] bytes, int from, int length) throws IOException {
        inWrite = true;
        try {
            while (writesWait && !closed) {
                pause();
            }
        } finally {
            inWrite = false;
        }
        if (closed) {
            throw new SocketException("Socket closed");
        }
        if (writesFail || reset) {
            throw new SocketException("Broken pipe");
        }
        received.write(bytes, from, length);
    }

    synchronized int available() throws IOException {
        if (closed) {
            throw new SocketException("Socket closed");
        }
        return arrived.length;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void tellPoll() {
        try {
            NUMBER.setInt(descriptor, ended || reset || arrived.length > 0 ? NOT_QUIET : QUIET);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        notifyAll();
    }

    private static Field number() {
        try {
            Field field = FileDescriptor.class.getDeclaredField("fd");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}
