package io.kaagent.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The origin: a thread a connection, answers made beforehand. One port for HTTP, one for another protocol. */
public final class Server {
    private Server() {}

    /** Prints the two ports; ends with its input. */
    public static void main(String[] arguments) throws IOException {
        ServerSocket http = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        start(() -> accept(http, true));
        start(() -> accept(other, false));
        System.out.println(http.getLocalPort() + " " + other.getLocalPort());
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static void accept(ServerSocket server, boolean http) {
        while (true) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket, http));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void serve(Socket socket, boolean http) {
        try (Socket closed = socket) {
            if (http) {
                new HttpTalk(closed).serve();
            } else {
                new OtherTalk(closed).serve();
            }
        } catch (IOException e) {
            System.err.println("server: " + e);
        }
    }

    private static void start(Runnable loop) {
        Thread thread = new Thread(loop);
        thread.setDaemon(true);
        thread.start();
    }
}
