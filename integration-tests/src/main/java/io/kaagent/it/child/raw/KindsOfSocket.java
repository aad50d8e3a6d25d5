package io.kaagent.it.child.raw;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/** All the ways to come by a connected socket. */
final class KindsOfSocket {
    private KindsOfSocket() {}

    static void toAnAddress(Visit visit) throws Exception {
        Socket socket = new Socket(InetAddress.getByName(Visit.HOST), visit.port());
        exchange(visit, visit.transport().over(socket));
    }

    /** One server, two names. */
    static void toNames(Visit visit) throws Exception {
        String name = visit.number() % 2 == 0 ? "localhost" : Visit.HOST;
        keeping(visit, visit.transport().socket(name, visit.port()));
    }

    /** One address, two names for it. */
    static void toAnAddressWithAName(Visit visit) throws Exception {
        String name = visit.number() % 2 == 0 ? "legacy.example.com" : "other.example.com";
        Socket socket = visit.transport().unconnected();
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1}), visit.port()));
        keeping(visit, socket);
    }

    /** JDK 1.0 had datagrams there. */
    @SuppressWarnings("deprecation")
    static void asAStream(Visit visit) throws Exception {
        exchange(visit, visit.transport().over(new Socket(Visit.HOST, visit.port(), true)));
    }

    static void withATimeOut(Visit visit) throws Exception {
        Socket socket = visit.transport().unconnected();
        Look.at(visit, "new", socket);
        socket.connect(new InetSocketAddress(Visit.HOST, visit.port()), 20_000);
        exchange(visit, socket);
    }

    static void withoutProxy(Visit visit) throws Exception {
        Socket socket = new Socket(Proxy.NO_PROXY);
        socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
        exchange(visit, visit.transport().over(socket));
    }

    static void ofAFactory(Visit visit) throws Exception {
        exchange(visit, visit.transport().factory().createSocket(Visit.HOST, visit.port()));
    }

    static void ofAFactoryToAnAddress(Visit visit) throws Exception {
        InetAddress address = InetAddress.getByName(Visit.HOST);
        exchange(visit, visit.transport().factory().createSocket(address, visit.port()));
    }

    static void ofAFactoryThenConnected(Visit visit) throws Exception {
        Socket socket = visit.transport().factory().createSocket();
        socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
        exchange(visit, socket);
    }

    static void boundByTheConstructor(Visit visit) throws Exception {
        Socket socket = new Socket(Visit.HOST, visit.port(), InetAddress.getByName(Visit.HOST), 0);
        exchange(visit, visit.transport().over(socket));
    }

    static void boundBefore(Visit visit) throws Exception {
        Socket socket = visit.transport().unconnected();
        socket.bind(new InetSocketAddress(Visit.HOST, 0));
        Look.at(visit, "bound", socket);
        socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
        exchange(visit, socket);
    }

    static void ofASubclass(Visit visit) throws Exception {
        Counting socket = new Counting();
        socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
        exchange(visit, visit.transport().over(socket));
        visit.saw("counted", socket.reads > 0);
    }

    static void connectedTwice(Visit visit) throws Exception {
        Socket socket = visit.socket();
        WaysToClose.attempt(visit, "again", () -> {
            socket.connect(new InetSocketAddress(Visit.HOST, visit.port()));
            return "connected";
        });
        WaysToClose.attempt(visit, "bound", () -> {
            socket.bind(new InetSocketAddress(0));
            return "bound";
        });
        exchange(visit, socket);
    }

    private static void keeping(Visit visit, Socket socket) throws Exception {
        Look.closelyAt(visit, "connected", socket);
        visit.write(socket, visit.head("GET", "body=29"));
        ReadByLength.body(visit, socket.getInputStream());
        socket.close();
        Look.closelyAt(visit, "closed", socket);
    }

    private static void exchange(Visit visit, Socket socket) throws Exception {
        Look.closelyAt(visit, "connected", socket);
        visit.write(socket, visit.head("GET", "body=28", "Connection: close"));
        visit.saw("answer", Reading.toEnd(socket.getInputStream()));
        socket.close();
        Look.closelyAt(visit, "closed", socket);
    }

    /** As libraries make them for monitoring. */
    private static final class Counting extends Socket {
        private int reads;

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    reads++;
                    return super.read(bytes, from, length);
                }
            };
        }
    }
}
