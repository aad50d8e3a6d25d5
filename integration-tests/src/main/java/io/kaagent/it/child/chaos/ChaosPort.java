package io.kaagent.it.child.chaos;

import io.kaagent.it.child.server.Tls;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** One place, at one port that it keeps whatever happens to it. */
final class ChaosPort {
    /** Below those that the kernel gives to clients: a client of a port where nobody listens might else be connected with itself. */
    private static final int FIRST = 15_000;

    private static final int COUNT = 15_000;
    private static final int BACKLOG = 500;
    private static final int MOST_UP_MILLIS = 400;
    private static final int MOST_DOWN_MILLIS = 30;

    private final Place place;
    private final long seed;
    private final Tls tls;
    private final Executor threads;
    private final Random random;
    private final Set<ChaosConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Receipts receipts = new Receipts();
    private volatile ServerSocket listener;
    private Socket reserved;

    /** @param tls null for none */
    ChaosPort(Place place, long seed, Tls tls, Executor threads) throws IOException {
        this.place = place;
        this.seed = seed;
        this.tls = tls;
        this.threads = threads;
        this.random = new Random(seed * 31 + place.ordinal());
        Random any = new Random();
        while (!bind(FIRST + any.nextInt(COUNT))) {
            continue;
        }
        if (listener != null) {
            threads.execute(this::live);
        }
    }

    int number() {
        return listener == null ? reserved.getLocalPort() : listener.getLocalPort();
    }

    /** Who is told from now on. */
    void tell(Receipts told) {
        receipts = told;
    }

    private boolean bind(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        try {
            if (place == Place.REFUSING) {
                reserved = new Socket();
                reserved.bind(address); // nobody else listens there, either
            } else {
                ServerSocket bound = new ServerSocket();
                bound.setReuseAddress(true);
                bound.bind(address, BACKLOG);
                listener = bound;
            }
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    private void live() {
        try {
            while (true) {
                ServerSocket now = listener;
                if (place == Place.RESTARTING) {
                    threads.execute(() -> goDown(now));
                }
                accept(now);
                pause(random.nextInt(MOST_DOWN_MILLIS));
                while (!bind(now.getLocalPort())) {
                    pause(1);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until it is closed. */
    private void accept(ServerSocket now) throws IOException {
        while (true) {
            Socket socket;
            try {
                socket = now.accept();
            } catch (IOException e) {
                if (now.isClosed()) {
                    return;
                }
                throw e;
            }
            receipts.connected();
            ChaosConnection connection =
                    new ChaosConnection(place, seed, receipts, socket, tls, new Random(random.nextLong()));
            connections.add(connection);
            threads.execute(() -> {
                connection.run();
                connections.remove(connection);
            });
        }
    }

    private void goDown(ServerSocket now) {
        pause(1 + random.nextInt(MOST_UP_MILLIS));
        boolean gently = random.nextBoolean();
        try {
            now.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (ChaosConnection connection : connections) {
            connection.kill(gently);
        }
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
