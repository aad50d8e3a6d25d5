package io.kaagent.socket;

import io.kaagent.pool.Hint;
import io.kaagent.pool.Reason;
import io.kaagent.pool.Resource;
import io.kaagent.tcp.QuietLook;
import io.kaagent.tls.JdkSocket;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketImpl;

/**
 * One connection of the operating system, as one owner after the other has it. Its streams are the impl's own, and never shown to
 * an owner: their {@code close()} goes to the first owner's socket, and their end of stream is for ever (JDK 8 to 12).
 *
 * <p>Threading: its owner's; the pool may look at it, and close it, from any thread while it is free.
 */
final class RawConnection implements Resource {
    /** Bytes: the head of an answer as a rule, and often its body. */
    static final int INBOX = 8192;

    /** Long enough for a close that came with the answer, shorter than any server's idle limit. */
    private static final long RIGHT_AFTER_NANOS = 50000000;

    final SocketImpl impl;
    final InputStream in;
    final OutputStream out;
    final KernelOptions options;

    private final InputStream records;
    private final RawPool home;
    private final OriginMemory memory;
    private final FileDescriptor descriptor;
    private final long connectNanos;
    private volatile boolean closed;
    private volatile boolean replaced;
    private volatile long lastUse;
    private volatile long promisedNanos;
    private volatile boolean wasUsed;
    private volatile Carrier carrier;
    private byte[] inbox;

    /**
     * @param impl connected
     * @param connectNanos how long that took
     */
    RawConnection(RawPool home, OriginMemory memory, SocketImpl impl, long connectNanos) throws IOException {
        this.home = home;
        this.memory = memory;
        this.impl = impl;
        this.connectNanos = connectNanos;
        this.in = ImplStreams.input(home.calls(), impl);
        this.out = ImplStreams.output(home.calls(), impl);
        this.records =
                memory.origin().scheme().equals("http") || !JdkSocket.forgetsHalfAHeader() ? in : new CountedInput(in);
        this.descriptor = home.calls().getFileDescriptor(impl);
        this.options = new KernelOptions(home, impl);
        this.lastUse = home.nanos();
    }

    /** An answer has been received completely. */
    void used() {
        lastUse = home.nanos();
    }

    /** Whether it has been idle for less than this, or for less than the server has promised to wait. */
    boolean isYoung(long millis) {
        long idle = idleNanos();
        return idle < millis * 1000000 || idle < promisedNanos;
    }

    /** For what comes with the head of an answer. Goes from owner to owner with the connection; what is in it does not. */
    byte[] inbox() {
        if (inbox == null) {
            inbox = new byte[INBOX];
        }
        return inbox;
    }

    /** Where TLS gets its records from. */
    InputStream records() {
        return records;
    }

    /** How many bytes TLS has read; below zero where they are not counted. */
    long bytesOfRecords() {
        return records == in ? -1 : ((CountedInput) records).count();
    }

    long connectNanos() {
        return connectNanos;
    }

    /** Whether it had an owner before the present one. */
    boolean wasUsed() {
        return wasUsed;
    }

    /** Its owner is done with it, and it may be used again. */
    void free(Hint hint) {
        promisedNanos = hint.promisedNanos();
        freeUnused();
    }

    /** The same for an owner who has not sent anything. */
    void freeUnused() {
        wasUsed = true;
        options.prepareForThePool(memory.origin());
        if (carrier != null) {
            carrier.isFree();
        }
    }

    /** Who has its TLS connection while nobody owns it; null as long as it is the first owner's, or has none. */
    Carrier carrier() {
        return carrier;
    }

    void carry(Carrier tls) {
        carrier = tls;
    }

    @Override
    public boolean isQuiet() {
        Carrier tls = carrier;
        if (tls == null) {
            return looksQuiet();
        }
        return tls.take() && (looksQuiet() || !closed && hasBytes() && tls.digest() && looksQuiet());
    }

    /** Without taking in what has arrived, even if it is of no meaning to its owner. */
    boolean looksQuiet() {
        return !closed && QuietLook.isQuiet(descriptor) && !closed;
    }

    @Override
    public boolean seemsQuiet() {
        Carrier tls = carrier;
        return closed
                || QuietLook.isQuiet(descriptor)
                || tls != null && hasBytes() && tls.digestIfFree() && QuietLook.isQuiet(descriptor);
    }

    @Override
    public void close(Reason reason) {
        if (reason == Reason.NOT_QUIET) {
            learn();
        }
        close();
    }

    /** The owner's own close. */
    void closeByOwner() throws IOException {
        closed = true;
        home.calls().close(impl);
    }

    /** A fresh one will take its place, with the same owner. */
    void closeForAnother() {
        replaced = true;
        close();
    }

    boolean isReplaced() {
        return replaced;
    }

    void close() {
        closed = true;
        Carrier tls = carrier;
        if (tls == null) {
            home.close(impl);
        } else {
            home.settings().closeTls(tls);
        }
    }

    /** By its carrier. */
    void closeBelow() {
        closed = true;
        home.close(impl);
    }

    void closeFailed(IOException e) {
        home.closeFailed(e);
    }

    boolean canBeWritten() {
        return QuietLook.canBeWritten(descriptor);
    }

    void shutdownInput() throws IOException {
        home.calls().shutdownInput(impl);
    }

    void shutdownOutput() throws IOException {
        home.calls().shutdownOutput(impl);
    }

    InetAddress inetAddress() {
        return home.calls().getInetAddress(impl);
    }

    int available() throws IOException {
        return home.calls().available(impl);
    }

    boolean hasBytes() {
        return bytesThere() > 0;
    }

    int bytesThere() {
        try {
            return available();
        } catch (IOException e) {
            return 0; // reset, or closed: nothing to be read any more
        }
    }

    /** How long it has carried nothing. */
    private long idleNanos() {
        return home.nanos() - lastUse;
    }

    private void learn() {
        if (carrier == null ? hasBytes() : carrier.sawData()) {
            memory.sentUnasked();
        } else if (idleNanos() < RIGHT_AFTER_NANOS) {
            memory.closedWithoutAWord();
        }
    }
}
