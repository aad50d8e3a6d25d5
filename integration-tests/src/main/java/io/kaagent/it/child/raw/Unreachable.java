package io.kaagent.it.child.raw;

import java.net.InetSocketAddress;
import java.net.Socket;

/** Where there is nobody. */
final class Unreachable {
    /** tcpmux, which nobody has run for decades. */
    private static final int DESERTED = 1;

    private Unreachable() {}

    static void refused(Visit visit) throws Exception {
        visit.transport().socket(Visit.HOST, DESERTED).close();
    }

    static void refusedInTime(Visit visit) throws Exception {
        Socket socket = visit.transport().unconnected();
        WaysToClose.attempt(visit, "connect", () -> {
            socket.connect(new InetSocketAddress(Visit.HOST, DESERTED), 10_000);
            return "connected";
        });
        visit.saw("after", socket.isConnected() + " " + socket.isBound() + " " + socket.isClosed());
        socket.close();
        WaysToClose.attempt(visit, "in", () -> socket.getInputStream());
        WaysToClose.attempt(visit, "connect", () -> {
            socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
            return "connected";
        });
    }

    static void unknownHost(Visit visit) throws Exception {
        visit.transport().socket("no-such-host.invalid", visit.port()).close();
    }

    /** An address that was never looked up. */
    static void unresolved(Visit visit) throws Exception {
        try (Socket socket = visit.transport().unconnected()) {
            socket.connect(InetSocketAddress.createUnresolved("no-such-host.invalid", visit.port()), 1_000);
        }
    }

    static void neverConnected(Visit visit) throws Exception {
        Socket socket = visit.transport().unconnected();
        Look.closelyAt(visit, "new", socket);
        WaysToClose.attempt(visit, "in", () -> socket.getInputStream());
        WaysToClose.attempt(visit, "out", () -> socket.getOutputStream());
        WaysToClose.attempt(visit, "shutdown", () -> {
            socket.shutdownInput();
            return "shut";
        });
        socket.close();
        Look.closelyAt(visit, "closed", socket);
    }
}
