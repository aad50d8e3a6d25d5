package io.kaagent.it.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** The ways to a TLS socket. What the application sets is set before the handshake: before it connects, if the way lets it. */
final class TlsSockets {
    private static final int PATIENCE_MILLIS = 10_000;

    private TlsSockets() {}

    /** Connected, not more. */
    static SSLSocket connected(Message request) throws IOException {
        URL url = new URL(request.get("url"));
        SSLSocketFactory factory = Identity.socketFactory(request.get("factory", "shared"));
        TlsOptions options = new TlsOptions(request.get("set", "nothing"));
        SSLSocket socket = (SSLSocket) socket(factory, request, url);
        boolean done = false;
        try {
            if (socket.isConnected()) {
                options.applyTo(socket);
            } else if (request.get("tls").equals("connected first")) {
                socket.connect(Sockets.address(url), PATIENCE_MILLIS);
                options.applyTo(socket);
            } else {
                options.applyTo(socket);
                socket.connect(Sockets.address(url), PATIENCE_MILLIS);
            }
            done = true;
            return socket;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    private static Socket socket(SSLSocketFactory factory, Message request, URL url) throws IOException {
        String host = url.getHost();
        int port = url.getPort();
        switch (request.get("tls")) {
            case "host and port":
                return factory.createSocket(host, port);
            case "address":
                return factory.createSocket(InetAddress.getByName(host), port);
            case "no local address":
                return factory.createSocket(host, port, null, 0);
            case "layered":
                return factory.createSocket(new Socket(host, port), request.get("host", host), port, true);
            case "unconnected":
            case "connected first":
                return factory.createSocket();
            default:
                throw new IllegalArgumentException(request.get("tls"));
        }
    }
}
