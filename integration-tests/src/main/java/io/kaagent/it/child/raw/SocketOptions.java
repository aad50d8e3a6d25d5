package io.kaagent.it.child.raw;

import java.net.InetSocketAddress;
import java.net.Socket;

/** Options of a socket. Only every other client sets them: the one after it has those of a new socket. */
final class SocketOptions {
    private static final int TIMEOUT = 20_000;
    private static final int BUFFER = 20_000;
    private static final int LOW_DELAY = 0x10;

    private SocketOptions() {}

    static void setBeforeConnecting(Visit visit) throws Exception {
        try (Socket socket = visit.transport().unconnected()) {
            Look.closelyAt(visit, "new", socket);
            if (visit.number() % 2 == 1) {
                set(visit, socket);
            }
            socket.connect(new InetSocketAddress(Visit.HOST, visit.port()), TIMEOUT);
            exchange(visit, socket);
        }
    }

    static void setAfterConnecting(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            Look.closelyAt(visit, "connected", socket);
            if (visit.number() % 2 == 1) {
                set(visit, socket);
            }
            exchange(visit, socket);
        }
    }

    static void setBetweenRequestAndAnswer(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=21"));
            if (visit.number() % 2 == 1) {
                set(visit, socket);
            }
            Look.closelyAt(visit, "asked", socket);
            ReadByLength.body(visit, socket.getInputStream());
        }
    }

    static void neverSet(Visit visit) throws Exception {
        try (Socket socket = visit.transport().unconnected()) {
            Look.closelyAt(visit, "new", socket);
            socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
            exchange(visit, socket);
        }
    }

    static void lingering(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            visit.saw("linger", socket.getSoLinger());
            socket.setSoLinger(visit.number() % 2 == 1, 3);
            exchange(visit, socket);
        }
    }

    static void buffersBeforeConnecting(Visit visit) throws Exception {
        try (Socket socket = visit.transport().unconnected()) {
            socket.setReceiveBufferSize(BUFFER);
            socket.setSendBufferSize(BUFFER);
            visit.saw("new", socket.getReceiveBufferSize() + " " + socket.getSendBufferSize());
            socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
            visit.saw("connected", socket.getReceiveBufferSize() + " " + socket.getSendBufferSize());
            exchange(visit, socket);
            visit.saw("used", socket.getReceiveBufferSize() + " " + socket.getSendBufferSize());
        }
    }

    /** Nobody else may get it with these. */
    static void buffersAfterConnecting(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            if (visit.number() % 2 == 1) {
                socket.setReceiveBufferSize(BUFFER);
                socket.setSendBufferSize(BUFFER);
                visit.saw("set", socket.getReceiveBufferSize() + " " + socket.getSendBufferSize());
            } else {
                visit.saw("new", socket.getReceiveBufferSize());
            }
            exchange(visit, socket);
        }
    }

    /** Values that no socket takes. */
    static void refused(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            WaysToClose.attempt(visit, "timeout", () -> {
                socket.setSoTimeout(-1);
                return "set";
            });
            WaysToClose.attempt(visit, "buffer", () -> {
                socket.setReceiveBufferSize(0);
                return "set";
            });
            WaysToClose.attempt(visit, "linger", () -> {
                socket.setSoLinger(true, -1);
                return "set";
            });
            WaysToClose.attempt(visit, "class", () -> {
                socket.setTrafficClass(256);
                return "set";
            });
            exchange(visit, socket);
        }
    }

    private static void set(Visit visit, Socket socket) throws Exception {
        socket.setSoTimeout(TIMEOUT);
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.setTrafficClass(LOW_DELAY);
        if (visit.transport() == Transport.PLAIN) {
            socket.setOOBInline(true); // TLS has nothing of the kind, and says so
        }
        socket.setReuseAddress(true);
        socket.setPerformancePreferences(1, 2, 0);
    }

    private static void exchange(Visit visit, Socket socket) throws Exception {
        Look.closelyAt(visit, "before", socket);
        visit.write(socket, visit.head("GET", "body=21"));
        ReadByLength.body(visit, socket.getInputStream());
        Look.closelyAt(visit, "after", socket);
    }
}
