package io.kaagent.it.child.raw;

import java.io.IOException;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** How a client comes by its sockets. */
public enum Transport {
    PLAIN {
        @Override
        Socket socket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        SocketFactory factory() {
            return SocketFactory.getDefault();
        }

        @Override
        Socket over(Socket connected) {
            return connected;
        }
    },
    /** A TLS socket that connects itself. */
    TLS,
    /** A TLS socket over a plain one that is connected, as clients of proxies and of STARTTLS make them. */
    LAYERED {
        @Override
        Socket socket(String host, int port) throws IOException {
            return socket(tls(), host, port);
        }

        @Override
        Socket socket(SSLSocketFactory own, String host, int port) throws IOException {
            return own.createSocket(undelayed(new Socket(host, port)), host, port, true);
        }
    };

    Socket socket(SSLSocketFactory own, String host, int port) throws IOException {
        return undelayed(own.createSocket(host, port));
    }

    Socket socket(String host, int port) throws IOException {
        return undelayed(factory().createSocket(host, port));
    }

    SocketFactory factory() {
        return SSLSocketFactory.getDefault();
    }

    Socket unconnected() throws IOException {
        return factory().createSocket();
    }

    /** What speaks over a socket that was made in a way of its own. */
    Socket over(Socket connected) throws IOException {
        return tls().createSocket(connected, Visit.HOST, connected.getPort(), true);
    }

    static SSLSocketFactory tls() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** What Nagle and a delayed acknowledgement cost each handshake, 40 ms, would be most of the test's time. */
    private static Socket undelayed(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
