package io.kaagent.it.child.origin;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One listening port, a thread for each of its connections. */
final class Origin {
    private static final int BACKLOG = 1000;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Origin::daemon);

    private final Manner manner;
    private final Tls tls;
    private final ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    private final Signals signals = new Signals();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Map<Integer, CountDownLatch> own = new ConcurrentHashMap<>();
    private final Ledger ledger = new Ledger();

    /** @param tls null without */
    Origin(Manner manner, Tls tls) throws IOException {
        this.manner = manner;
        this.tls = tls;
        THREADS.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    Manner manner() {
        return manner;
    }

    /** What is spoken to over an accepted connection, after the handshake if there is one. */
    Socket over(Socket accepted) throws IOException {
        return tls == null ? accepted : tls.layered(accepted);
    }

    Ledger ledger() {
        return ledger;
    }

    Signals signals() {
        return signals;
    }

    /** What has been counted once every connection made until now is accepted: the backlog is first come, first served. */
    Message tally() throws IOException {
        try (Socket last = new Socket()) {
            last.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            CountDownLatch accepted = new CountDownLatch(1);
            own.put(last.getLocalPort(), accepted);
            last.connect(listener.getLocalSocketAddress());
            accepted.await();
            return ledger.toMessage();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    void gone(Connection connection) {
        connections.remove(connection);
        ledger.closed();
    }

    void close() throws IOException {
        listener.close();
        signals.close();
        for (Connection connection : connections) {
            connection.breakOff(false);
        }
    }

    private void accept() {
        try {
            while (true) {
                accepted(listener.accept());
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void accepted(Socket socket) throws IOException {
        CountDownLatch own = this.own.remove(socket.getPort());
        if (own != null) {
            socket.close();
            own.countDown();
            return;
        }
        Connection connection = new Connection(this, socket, ledger.accepted());
        connections.add(connection);
        THREADS.execute(connection);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "origin");
        thread.setDaemon(true);
        return thread;
    }
}
