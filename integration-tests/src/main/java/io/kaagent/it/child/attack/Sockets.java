package io.kaagent.it.child.attack;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** How a client comes by its sockets: plain ones, or those of TLS in one of the forms there are. */
final class Sockets {
    private static final String[] OLD = {"TLSv1.2"};

    private final SSLContext context;

    private Sockets(SSLContext context) {
        this.context = context;
    }

    static Sockets plain() {
        return new Sockets(null);
    }

    static Sockets secure() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        return new Sockets(context);
    }

    boolean areSecure() {
        return context != null;
    }

    /** @param random which of the forms to take; null for the plainest */
    Socket connect(String host, int port, Random random) throws IOException {
        if (context == null) {
            return new Socket(host, port);
        }
        SSLSocketFactory factory = context.getSocketFactory();
        if (random == null) {
            return factory.createSocket(host, port);
        }
        SSLSocket socket = (SSLSocket)
                (random.nextInt(3) == 0
                        ? factory.createSocket(new Socket(host, port), host, port, true)
                        : factory.createSocket(host, port));
        if (random.nextInt(4) == 0) {
            socket.setEnabledProtocols(OLD);
        }
        if (random.nextInt(4) == 0) {
            socket.startHandshake();
        }
        return socket;
    }
}
