package io.kaagent.it.child;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;

/** A socket of the application's own, as a database driver or a mail client has one. */
final class Sockets {
    private Sockets() {}

    /** To {@code port}, through the HTTP proxy at {@code proxy} if there is one. */
    static Socket connected(Message message) throws IOException {
        InetSocketAddress proxy = address(message.number("proxy", 0));
        Socket socket = message.has("proxy") ? new Socket(new Proxy(Proxy.Type.HTTP, proxy)) : new Socket();
        socket.connect(address(message.number("port")));
        return socket;
    }

    static InetSocketAddress address(URL url) {
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }
}
