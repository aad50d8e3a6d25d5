package io.kaagent.it.child.attack;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets the server meddle with the idle connections of one port while no client uses it: then it is certain that what it sent was there
 * before the next request was.
 */
final class Gate {
    private static final int PATIENCE_MILLIS = 5_000;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final int port;
    private final int nudges;
    private final Sockets sockets;

    /**
     * @param nudges where the server can be told
     * @param sockets how to connect
     */
    Gate(int port, int nudges, Sockets sockets) {
        this.port = port;
        this.nudges = nudges;
        this.sockets = sockets;
    }

    /** @param forms which of the forms to take; null for the plainest */
    Socket connect(Random forms) throws IOException {
        return sockets.connect("127.0.0.1", port, forms);
    }

    void enter() {
        lock.readLock().lock();
    }

    void leave() {
        lock.readLock().unlock();
    }

    /** @param how {@code fin}, {@code reset}, {@code timeout}: 408 and then a close; {@code stray}: an answer to nothing */
    void nudge(String how) throws IOException {
        lock.writeLock().lock();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] bytes = (port + " " + how).getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("127.0.0.1"), nudges));
            socket.receive(new DatagramPacket(bytes, bytes.length));
        } finally {
            lock.writeLock().unlock();
        }
    }
}
