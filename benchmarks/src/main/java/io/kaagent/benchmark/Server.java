package io.kaagent.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * The origins: a servlet container, a bare HTTP server, the same over TLS, and one for another protocol, each on a
 * {@linkplain Ports port} of its own.
 */
public final class Server {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(); // a new thread for each is dear
    private static final AtomicLong ACCEPTED = new AtomicLong();

    private Server() {}

    /** Prints the ports, then for each line it reads how many connections there have been so far; ends with its input. */
    public static void main(String[] arguments) throws Exception {
        Container container = new Container();
        int bare = listen(ServerSocketFactory.getDefault(), true);
        int other = listen(ServerSocketFactory.getDefault(), false);
        int tls = listen(SSLServerSocketFactory.getDefault(), true);
        System.out.println(new Ports(container.port(), bare, other, tls));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
        while (in.readLine() != null) {
            System.out.println(ACCEPTED.get() + container.connections());
        }
        System.exit(0);
    }

    private static int listen(ServerSocketFactory factory, boolean http) throws IOException {
        ServerSocket server = factory.createServerSocket(0, 500, InetAddress.getLoopbackAddress());
        THREADS.execute(() -> accept(server, http));
        return server.getLocalPort();
    }

    private static void accept(ServerSocket server, boolean http) {
        while (true) {
            try {
                Socket socket = server.accept();
                ACCEPTED.incrementAndGet();
                socket.setTcpNoDelay(true);
                THREADS.execute(() -> serve(socket, http));
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
}
