package io.kaagent.it.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server whose {@code accept} makes the sockets itself, as some TLS and RMI libraries do. Tells in a line each how that went. */
public final class ImplAccept {
    private interface Before {
        void happensTo(Socket socket) throws IOException;
    }

    private ImplAccept() {}

    public static void main(String[] arguments) throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        int refused;
        try (ServerSocket gone = new ServerSocket(0, 1, here)) {
            refused = gone.getLocalPort();
        }
        try (Server server = new Server(here)) {
            server.meet("new", socket -> {});
            server.meet("refused", socket -> fail(socket, new InetSocketAddress(here, refused)));
            server.meet(
                    "unresolved", socket -> fail(socket, InetSocketAddress.createUnresolved("nowhere.invalid", 80)));
            server.meet("bound", socket -> socket.bind(new InetSocketAddress(here, 0)));
        }
    }

    private static void fail(Socket socket, InetSocketAddress address) {
        try {
            socket.connect(address);
        } catch (IOException e) {
            System.out.println("connect: " + e.getClass().getName());
        }
    }

    private static final class Server extends ServerSocket {
        private Socket next;

        Server(InetAddress here) throws IOException {
            super(0, 1, here);
        }

        void meet(String name, Before before) throws IOException {
            try (Socket client = new Socket()) {
                next = new Socket();
                before.happensTo(next);
                client.connect(getLocalSocketAddress());
                try (Socket accepted = accept()) {
                    client.getOutputStream().write(name.charAt(0));
                    int got = accepted.getInputStream().read();
                    accepted.getOutputStream().write(got);
                    boolean same = accepted.getPort() == client.getLocalPort();
                    System.out.println(name + " " + (client.getInputStream().read() == got) + " " + same);
                }
            } catch (IOException e) {
                System.out.println(name + " " + e);
            }
        }

        @Override
        public Socket accept() throws IOException {
            implAccept(next);
            return next;
        }
    }
}
