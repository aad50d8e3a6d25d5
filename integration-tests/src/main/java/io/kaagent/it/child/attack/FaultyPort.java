package io.kaagent.it.child.attack;

import io.kaagent.it.child.server.Established;
import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;

/** One listening port of the faulty server: an origin of its own. */
final class FaultyPort {
    private static final int BACKLOG = 1000;
    private static final int LOOKS = 3;
    private static final long NANOS_BETWEEN_LOOKS = 1_000_000;
    private static final long NANOS_BETWEEN_COUNTS = 300_000_000;

    private final ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    private final Set<FaultyConnection> connections = ConcurrentHashMap.newKeySet();
    private final Manner manner;
    private final Tls tls;
    private final Executions executions;
    private final ExecutorService threads;
    private final Random random;
    private final int limit;
    private int accepted;
    private long lastLook = System.nanoTime();
    private volatile int mostOpen;

    /**
     * @param limit how many connections at once are expected at most
     * @param tls what is spoken above TCP; null for nothing
     */
    FaultyPort(Manner manner, Executions executions, ExecutorService threads, long seed, int limit, Tls tls)
            throws IOException {
        this.tls = tls;
        this.manner = manner;
        this.executions = executions;
        this.threads = threads;
        this.random = new Random(seed);
        this.limit = manner.isFramed() ? limit : Integer.MAX_VALUE; // what is not HTTP does not count
        threads.execute(this::accept);
    }

    int number() {
        return listener.getLocalPort();
    }

    Manner manner() {
        return manner;
    }

    Executions executions() {
        return executions;
    }

    int open() {
        return connections.size();
    }

    int mostOpen() {
        return mostOpen;
    }

    /** The socket to speak over, once there is a handshake. */
    Socket secured(Socket socket) throws IOException {
        return tls == null ? socket : tls.layered(socket);
    }

    void gone(FaultyConnection connection) {
        connections.remove(connection);
    }

    void nudge(String how) throws IOException {
        for (FaultyConnection connection : connections) {
            connection.nudge(how);
        }
        Delivery.await(number());
    }

    void close() throws IOException {
        listener.close();
        for (FaultyConnection connection : connections) {
            connection.close(false);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                FaultyConnection connection =
                        new FaultyConnection(this, socket, ++accepted, new Random(random.nextLong()));
                connections.add(connection);
                threads.execute(connection);
                count();
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** To ask the kernel costs far more than to accept: not each time. */
    private void count() throws IOException {
        if (open() <= limit) {
            mostOpen = Math.max(mostOpen, open());
        } else if (System.nanoTime() - lastLook > NANOS_BETWEEN_COUNTS) {
            mostOpen = Math.max(mostOpen, reallyOpen());
            lastLook = System.nanoTime();
        }
    }

    /** This side hears of a close only when its thread gets to run. The kernel knows at once, or almost. */
    private int reallyOpen() throws IOException {
        int least = open();
        for (int look = 0; look < LOOKS && least > limit; look++) {
            least = Math.min(least, Established.to(Collections.singletonList(listener), least));
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        return least;
    }
}
