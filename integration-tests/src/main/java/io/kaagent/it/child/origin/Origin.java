package io.kaagent.it.child.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One listening port, a thread for each of its connections. */
final class Origin {
    private static final int BACKLOG = 1000;
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Origin::daemon);

    private final Manner manner;
    private final ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    private final Signals signals = new Signals();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Ledger ledger = new Ledger();

    Origin(Manner manner) throws IOException {
        this.manner = manner;
        THREADS.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    Manner manner() {
        return manner;
    }

    Ledger ledger() {
        return ledger;
    }

    Signals signals() {
        return signals;
    }

    void gone(Connection connection) {
        connections.remove(connection);
        ledger.closed();
    }

    void close() throws IOException {
        listener.close();
        signals.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Connection connection = new Connection(this, socket, ledger.accepted());
                connections.add(connection);
                THREADS.execute(connection);
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "origin");
        thread.setDaemon(true);
        return thread;
    }
}
