package io.kaagent.url;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Sends the head of a request together with its body. The JDK flushes between the two though it has both ({@code MessageHeader.print}):
 * two system calls, segments and TLS records, and a server that is woken twice. The bytes are the same; a body that does not fit into the JDK's
 * buffer (8 KB, head included) goes out by itself as before. Not for a body that is streamed: of that nothing is there yet.
 *
 * <p>Lies between the JDK's {@code PrintStream} and its buffer, for as long as the connection lives, and lets all pass but that one flush.
 *
 * <p>Threading: {@link #begin} and {@link #end} on the thread that writes the request, the rest under the lock of the {@code PrintStream}.
 */
final class HeadWithBody extends OutputStream {
    private static final int BUFFER = 8192;

    private final OutputStream buffer;
    private boolean isHolding;
    private boolean owesFlush;

    HeadWithBody(OutputStream buffer) {
        this.buffer = buffer;
    }

    /** Whether a body of this length may fit into one write with its head. */
    static boolean isFor(Object body) {
        return body instanceof ByteArrayOutputStream && ((ByteArrayOutputStream) body).size() < BUFFER;
    }

    /** The one of this stream, which is put there if need be; null if it can't be: closed, or not the JDK's own two streams. */
    static HeadWithBody in(PrintStream output) {
        Object below = JdkClient.belowOutput(output);
        if (below instanceof HeadWithBody) {
            return (HeadWithBody) below;
        }
        // PrintStream.checkError asks another PrintStream below it, but not one of ours between the two
        if (below == null || below.getClass() != BufferedOutputStream.class || output.getClass() != PrintStream.class) {
            return null;
        }
        HeadWithBody between = new HeadWithBody((OutputStream) below);
        JdkClient.putBelowOutput(output, between);
        return between;
    }

    /**
     * A request was written, or could not be. On the wire is what would be there without us, whatever the JDK has done since {@link #begin()}.
     * Does nothing if there is none of ours in this stream.
     */
    static void end(PrintStream output) {
        Object below = JdkClient.belowOutput(output);
        if (below instanceof HeadWithBody) {
            ((HeadWithBody) below).letGo(output);
        }
    }

    /** A head is about to be written, and at once its body: the flush between them is left out. */
    void begin() {
        owesFlush = false;
        isHolding = true;
    }

    private void letGo(PrintStream output) {
        isHolding = false;
        if (owesFlush) {
            output.flush(); // keeps what it throws for the JDK to ask after, as with any flush of its own
        }
    }

    @Override
    public void write(int b) throws IOException {
        buffer.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        buffer.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        owesFlush = isHolding;
        if (isHolding) {
            isHolding = false;
        } else {
            buffer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        buffer.close();
    }
}
