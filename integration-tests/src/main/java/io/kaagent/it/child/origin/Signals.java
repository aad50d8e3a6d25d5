package io.kaagent.it.child.origin;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Lets an answer wait until the client says so, by a datagram with the request's id: not by a connection, which would be counted. */
final class Signals {
    private static final int LONGEST_ID = 100;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private volatile boolean over;

    Signals() throws IOException {
        Thread thread = new Thread(this::receive, "signals");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void await(String id) throws IOException {
        try {
            CountDownLatch latch = latch(id);
            if (!over) {
                latch.await();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            awaited.remove(id);
        }
    }

    void close() {
        over = true;
        socket.close();
        for (CountDownLatch latch : awaited.values()) {
            latch.countDown();
        }
    }

    private void receive() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[LONGEST_ID], LONGEST_ID);
                socket.receive(packet);
                latch(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII))
                        .countDown();
            }
        } catch (IOException e) {
            if (!over) {
                throw new IllegalStateException(e);
            }
        }
    }

    private CountDownLatch latch(String id) {
        return awaited.computeIfAbsent(id, absent -> new CountDownLatch(1));
    }
}
