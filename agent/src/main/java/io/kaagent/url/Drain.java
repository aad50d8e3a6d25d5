package io.kaagent.url;

import io.kaagent.pool.Pool;
import io.kaagent.tcp.QuietLook;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.TimeUnit;

/**
 * Reads the rest of one response. With its last byte the JDK gives the connection back, on this thread, or on another that was reading when it was
 * closed; what takes longer, or is more than allowed, ends with its connection. So does what has had a tenth of its time when a caller waits for its
 * slot. From the giving back on nothing of it is touched any more.
 */
final class Drain implements Runnable {
    /** Lengths of chunks, their extensions and trailers come on top of the body. */
    private static final int MOST_FRAMING = 65536;

    private static final int UNCHANGED = -1;
    private static final int WHILE_AWAITED = 10;
    private static final int LOOK_EVERY_MILLIS = 20;

    private final Pool pool;
    private final Clients clients;
    private final PooledClient pooled;
    private final Object client;
    private final InputStream body;
    private final long most;
    private final long end;
    private final long endWhileAwaited;
    private final Socket socket;
    private int applicationsTimeout = UNCHANGED;
    private boolean over;

    /** @param socket of the client */
    Drain(
            Pool pool,
            Clients clients,
            PooledClient pooled,
            Object client,
            Socket socket,
            InputStream body,
            long most,
            long millis) {
        this.pool = pool;
        this.clients = clients;
        this.pooled = pooled;
        this.client = client;
        this.body = body;
        this.most = most;
        this.socket = socket;
        long now = System.nanoTime();
        this.end = now + TimeUnit.MILLISECONDS.toNanos(millis);
        this.endWhileAwaited = now + TimeUnit.MILLISECONDS.toNanos(millis / WHILE_AWAITED);
    }

    @Override
    public void run() {
        try {
            readToTheEnd();
        } catch (IOException e) {
            // too late, too much, or broken
        } finally {
            if (pooled.exchange().cut(this)) {
                clients.close(client);
            }
        }
    }

    /** The connection is about to be given back: from now on it is not ours, and as the application left it. False if it can't be. */
    synchronized boolean end() {
        over = true;
        try {
            if (applicationsTimeout != UNCHANGED) {
                socket.setSoTimeout(applicationsTimeout);
            }
            return true;
        } catch (SocketException e) {
            return false; // closed
        }
    }

    private void readToTheEnd() throws IOException {
        InputStream buffered = Leftovers.buffered(body);
        InputStream below = buffered == null ? null : Leftovers.below(buffered);
        if (below == null) {
            return;
        }
        Leftovers.setBelow(buffered, new Bounded(below));
        byte[] bytes = new byte[8192];
        long left = most;
        while (left > 0 && goesOn()) {
            int read = body.read(bytes, 0, JdkBody.atMost(body, (int) Math.min(bytes.length, left)));
            if (read <= 0) {
                return;
            }
            left -= read;
        }
    }

    /** Bounds the next read of the socket, if the connection is still ours. */
    private synchronized boolean goesOn() throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (over || millis <= 0) {
            return false;
        }
        if (applicationsTimeout == UNCHANGED) {
            applicationsTimeout = socket.getSoTimeout();
        }
        socket.setSoTimeout((int) millis);
        return true;
    }

    private boolean isAwaitedForTooLong() {
        return System.nanoTime() - endWhileAwaited > 0 && pool.demand().awaits(pooled.connection());
    }

    /** A single read of the body may be many of the socket: trailers without end, say, or a byte of a line now and then. */
    private final class Bounded extends FilterInputStream {
        private long left = 2 * most + MOST_FRAMING; // small chunks have long frames

        Bounded(InputStream below) {
            super(below);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            do {
                if (left <= 0 || !goesOn() || isAwaitedForTooLong()) {
                    throw new IOException("too much, or too late");
                }
            } while (in.available() <= 0 && QuietLook.staysQuiet(socket, LOOK_EVERY_MILLIS));
            int read = in.read(into, from, length);
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
