package io.kaagent.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Both ends of a connection over loopback. */
final class SocketPair implements AutoCloseable {
    private static final int BACKLOG = 1;

    final Socket ours;
    final Socket peer;

    SocketPair() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"))) {
            ours = new Socket(listener.getInetAddress(), listener.getLocalPort());
            peer = listener.accept();
        }
    }

    @Override
    public void close() throws IOException {
        ours.close();
        peer.close();
    }
}
