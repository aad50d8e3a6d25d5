package io.kaagent.it.child;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets that are not the JDK's own: around a TLS socket of the JDK, or the other way round. */
final class ForeignFactory extends AroundFactory {
    private final boolean below;

    private ForeignFactory(SSLSocketFactory factory, boolean below) {
        super(factory);
        this.below = below;
    }

    /** @param name {@code foreign} for a foreign TLS socket, {@code foreign below} for TLS of the JDK over a foreign plain socket */
    static ForeignFactory named(String name, SSLSocketFactory factory) {
        return new ForeignFactory(factory, name.equals("foreign below"));
    }

    @Override
    public Socket createSocket() throws IOException {
        return below ? new ForeignSocket() : super.createSocket();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return below
                ? factory.createSocket(plain, host, port, autoClose)
                : super.createSocket(plain, host, port, autoClose);
    }

    @Override
    protected Socket around(Socket tls) {
        return new ForeignTlsSocket((SSLSocket) tls);
    }
}
