package io.kaagent.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.SocketTimeoutException;
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
     * Takes in messages of the TLS connection itself, as far as it is certain that they are not handshakes or alerts for all to see. What
     * else is there can be read as ever, but for the first byte of data. An end of the stream can't be seen.
     *
     * @param first receives that byte
     */
    public static Arrival digest(SSLSocket socket, byte[] first) {
        if (!JdkSocket.isSettled(socket)) {
            return Arrival.UNCLEAR;
        }
        InputStream whole = JdkSocket.receiver(socket);
        try {
            byte[] arrived = arrived(whole);
            int hidden = complete(arrived, true);
            Records records = new Records(arrived, hidden);
            JdkSocket.receiveFrom(socket, records);
            int got = 0;
            try {
                got = readAll(JdkSocket.input(socket), records, first, 0, 1);
            } finally {
                JdkSocket.receiveFrom(socket, records.before(whole));
            }
            if (got > 0) {
                return Arrival.DATA;
            }
            return got == 0 && hidden == arrived.length && JdkSocket.isSettled(socket)
                    ? Arrival.OF_TLS
                    : Arrival.UNCLEAR;
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
        InputStream whole = JdkSocket.receiver(socket);
        try {
            byte[] arrived = arrived(whole);
            if (arrived.length == 0) {
                return 0;
            }
            if (complete(arrived, false) < arrived.length) {
                return -1;
            }
            Records records = new Records(arrived, arrived.length);
            JdkSocket.receiveFrom(socket, records);
            try {
                int total = readAll(JdkSocket.input(socket), records, bytes, from, length);
                return records.available() == 0 ? total : -1;
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

    /** How many of these bytes are whole records; if only those will do that hide their kind, up to the first of another one. */
    private static int complete(byte[] bytes, boolean onlyHidden) {
        int complete = 0;
        while (complete + HEADER <= bytes.length && (!onlyHidden || bytes[complete] == APPLICATION_DATA)) {
            int next = complete + HEADER + ((bytes[complete + 3] & 0xff) << 8 | bytes[complete + 4] & 0xff);
            if (next > bytes.length) {
                break;
            }
            complete = next;
        }
        return complete;
    }

    private static final class Records extends InputStream {
        private final byte[] bytes;
        private final int end;
        private int next;

        /** @param end of those that are to be read */
        Records(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        /** What has not been read, and what follows. */
        InputStream before(InputStream whole) throws IOException {
            int left = bytes.length - next;
            if (left == 0) {
                return whole;
            }
            PushbackInputStream both = new PushbackInputStream(whole, left);
            both.unread(bytes, next, left);
            return both;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (next == end) {
                throw new SocketTimeoutException("no more has arrived");
            }
            int read = Math.min(length, end - next);
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
            return end - next;
        }
    }
}
