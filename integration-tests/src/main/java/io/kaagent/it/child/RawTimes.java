package io.kaagent.it.child;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;

/**
 * Requests one after the other, each over a socket of its own, which is made by its constructor or by {@code connect}: how, url, how
 * many. Tells which connections answered.
 */
public final class RawTimes {
    private RawTimes() {}

    public static void main(String[] arguments) throws IOException {
        boolean byConstructor = arguments[0].equals("constructor");
        int port = new URL(arguments[1]).getPort();
        Set<Integer> connections = new TreeSet<>();
        for (int i = Integer.parseInt(arguments[2]); i > 0; i--) {
            try (Socket socket = byConstructor ? new Socket("127.0.0.1", port) : new Socket()) {
                if (!byConstructor) {
                    socket.connect(Sockets.address(port), 5000);
                }
                socket.setSoTimeout(5000);
                Message request = new Message("exchange").with("url", arguments[1]);
                Outcome outcome = new RawExchange(request, "r" + i).on(socket);
                connections.add(outcome.isRight() ? outcome.connection() : -1);
            }
        }
        System.out.println("connections " + connections);
    }
}
