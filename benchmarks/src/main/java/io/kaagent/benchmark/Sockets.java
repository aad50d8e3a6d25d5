package io.kaagent.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** How a raw client connects. */
interface Sockets {
    /** A new one. */
    Socket connect() throws IOException;

    static Sockets plain(int port) {
        InetAddress host = InetAddress.getLoopbackAddress();
        return () -> new Socket(host, port);
    }

    /** Without delay: a handshake ends with two small writes, and the second would wait 40 ms for the server to acknowledge the first. */
    static Sockets tls(SSLSocketFactory factory, int port) {
        return () -> {
            Socket socket = factory.createSocket("localhost", port);
            socket.setTcpNoDelay(true);
            return socket;
        };
    }

    /** TLS on a socket that the client has connected itself. */
    static Sockets layered(SSLSocketFactory factory, int port) {
        return () -> {
            Socket below = new Socket("localhost", port);
            below.setTcpNoDelay(true);
            return factory.createSocket(below, "localhost", port, true);
        };
    }
}
