package io.kaagent.it.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Makes sockets that are not the JDK's own: around a TLS socket of the JDK, or the other way round. */
final class ForeignFactory extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final boolean below;

    private ForeignFactory(SSLSocketFactory factory, boolean below) {
        this.factory = factory;
        this.below = below;
    }

    /** @param name {@code foreign} for a foreign TLS socket, {@code foreign below} for TLS of the JDK over a foreign plain socket */
    static ForeignFactory named(String name, SSLSocketFactory factory) {
        return new ForeignFactory(factory, name.equals("foreign below"));
    }

    @Override
    public Socket createSocket() throws IOException {
        return below ? new ForeignSocket() : around(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        Socket tls = factory.createSocket(plain, host, port, autoClose);
        return below ? tls : around(tls);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return around(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return around(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return around(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return around(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    private static Socket around(Socket tls) {
        return new ForeignTlsSocket((SSLSocket) tls);
    }
}
