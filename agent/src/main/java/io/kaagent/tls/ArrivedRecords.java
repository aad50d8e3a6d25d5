package io.kaagent.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Has a TLS socket take in what has arrived, and never wait: the records that are there complete are all it gets to see. So messages
 * of the TLS connection itself that come after the handshake, session tickets and key updates, are told from the application's data,
 * which is possible in no other way: in TLS 1.3 both look the same on the wire (RFC 8446, 5.2).
 *
 * <p>Threading: by whoever has the connection to itself for reading.
 */
public final class ArrivedRecords {
    private static final int HEADER = 5;
    private static final int MOST = 65536;
    private static final int APPLICATION_DATA = 23;
    private static final byte[] NONE = new byte[0];

    private ArrivedRecords() {}

    /**
     * Takes in messages of the TLS connection itself. If anything else was there it is lost, and the connection of no use any more. An end
     * of the stream can't be seen.
     */
    public static Arrival digest(SSLSocket socket) {
        if (!JdkSocket.isKnown() || !JdkSocket.isOne(socket) || !JdkSocket.isSettled(socket)) {
            return Arrival.UNCLEAR;
        }
        if (!"TLSv1.3".equals(((SSLSession) JdkSocket.session(socket)).getProtocol())) {
            return byKind(socket);
        }
        byte[] first = new byte[1];
        int read = read(socket, first, 0, 1, true);
        if (read != 0 || !JdkSocket.isSettled(socket)) {
            return read > 0 ? Arrival.DATA : Arrival.UNCLEAR;
        }
        return Arrival.OF_TLS;
    }

    /** Before TLS 1.3 a record shows its kind, and none of them leaves a connection as it was. */
    private static Arrival byKind(SSLSocket socket) {
        try {
            byte[] arrived = arrived(JdkSocket.receiver(socket));
            return arrived.length > 0 && areRecords(arrived, true) ? Arrival.DATA : Arrival.UNCLEAR;
        } catch (IOException e) {
            return Arrival.UNCLEAR;
        }
    }

    /**
     * Reads decrypted bytes.
     *
     * @return how many; 0 for none yet, below zero if no more can be had of it
     */
    public static int read(SSLSocket socket, byte[] bytes, int from, int length) {
        return read(socket, bytes, from, length, false);
    }

    /** Whether {@link #takeIn} may be called: a TLS socket of a JDK that is known, its handshake done. */
    public static boolean areKnown(SSLSocket socket) {
        return JdkSocket.isKnown() && JdkSocket.isOne(socket) && JdkSocket.isNegotiated(socket);
    }

    /**
     * Whether {@link #takeIn} has left nothing behind that no look at the operating system's socket can see: part of a record, or the peer's
     * goodbye.
     */
    public static boolean areAllTaken(SSLSocket socket) {
        if (!JdkSocket.isKnown() || !JdkSocket.isOne(socket)) {
            return true; // never called
        }
        return !hasTakenPart(socket) && JdkSocket.isSettled(socket);
    }

    /** Whether {@link #takeIn} has left part of a record behind, or {@link #takeInFirst} more than that. */
    public static boolean hasTakenPart(SSLSocket socket) {
        InputStream receiver = JdkSocket.receiver(socket);
        return receiver instanceof HeldRecords && !((HeldRecords) receiver).isEmpty();
    }

    /**
     * Decrypts what has arrived in whole records, and never waits. Nothing is lost: part of another record is read with the rest of it, and a
     * failure shows again to whoever reads.
     *
     * @return the decrypted bytes, none perhaps
     */
    public static byte[] takeIn(SSLSocket socket) {
        return takeIn(socket, MOST);
    }

    /** The same up to the first data: what comes behind them, an alert perhaps that ends the connection, is for who reads on. */
    public static byte[] takeInFirst(SSLSocket socket) {
        return takeIn(socket, 1);
    }

    /** @param enough bytes after which no further record is decrypted */
    private static byte[] takeIn(SSLSocket socket, int enough) {
        InputStream receiver = JdkSocket.receiver(socket);
        HeldRecords held = receiver instanceof HeldRecords ? (HeldRecords) receiver : new HeldRecords(receiver);
        try {
            if (!held.fetch(MOST)) {
                return NONE;
            }
            JdkSocket.receiveFrom(socket, held);
            held.holdBack(true);
            return decrypt(JdkSocket.input(socket), held, enough);
        } catch (IOException e) {
            return NONE;
        } finally {
            held.holdBack(false);
            JdkSocket.receiveFrom(socket, held.isEmpty() ? held.below() : held);
        }
    }

    private static byte[] decrypt(InputStream decrypted, HeldRecords records, int enough) {
        byte[] bytes = new byte[MOST];
        int total = 0;
        try {
            while (total < enough && !records.isEmpty()) {
                int read = decrypted.read(bytes, total, MOST - total);
                if (read < 0) {
                    break;
                }
                total += read;
            }
        } catch (IOException e) {
            // no more records, or one that shows its fault to the next reader as well
        }
        return Arrays.copyOf(bytes, total);
    }

    private static int read(SSLSocket socket, byte[] bytes, int from, int length, boolean onlyHidden) {
        InputStream whole = JdkSocket.receiver(socket);
        try {
            byte[] arrived = arrived(whole);
            if (arrived.length == 0) {
                return 0;
            }
            if (!areRecords(arrived, onlyHidden)) {
                return -1;
            }
            Records records = new Records(arrived);
            JdkSocket.receiveFrom(socket, records);
            try {
                int total = readAll(JdkSocket.input(socket), records, bytes, from, length);
                return total > 0 && onlyHidden || records.available() == 0 ? total : -1;
            } finally {
                JdkSocket.receiveFrom(socket, whole);
            }
        } catch (IOException e) {
            return -1;
        }
    }

    private static int readAll(InputStream decrypted, Records records, byte[] bytes, int from, int length)
            throws IOException {
        int total = 0;
        try {
            while (total < length && (total == 0 || records.available() > 0)) {
                int read = decrypted.read(bytes, from + total, length - total);
                if (read < 0) {
                    return -1;
                }
                total += read;
            }
        } catch (SocketTimeoutException e) {
            // all have been taken in
        }
        return total;
    }

    private static byte[] arrived(InputStream in) throws IOException {
        int there = in.available();
        if (there <= 0) {
            return NONE;
        }
        byte[] arrived = new byte[Math.min(there, MOST)];
        if (in.read(arrived) != arrived.length) {
            throw new IOException("less than was there");
        }
        return arrived;
    }

    /** Whether they are whole records; of those that hide their kind, if only these will do. */
    private static boolean areRecords(byte[] bytes, boolean onlyHidden) {
        int from = 0;
        while (from + HEADER <= bytes.length) {
            if (onlyHidden && bytes[from] != APPLICATION_DATA) {
                return false;
            }
            from += HEADER + ((bytes[from + 3] & 0xff) << 8 | bytes[from + 4] & 0xff);
        }
        return from == bytes.length;
    }

    private static final class Records extends InputStream {
        private final byte[] bytes;
        private int next;

        Records(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (next == bytes.length) {
                throw new SocketTimeoutException("no more has arrived");
            }
            int read = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, into, from, read);
            next += read;
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int available() {
            return bytes.length - next;
        }
    }
}
