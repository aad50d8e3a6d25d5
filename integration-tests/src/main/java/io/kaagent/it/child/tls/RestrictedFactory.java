package io.kaagent.it.child.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Restricts the sockets of another one: to protocols, to cipher suites, or by a check of the server's name. */
final class RestrictedFactory extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final String[] protocols;
    private final String[] suites;
    private final String identification;

    /** @param identification all of them null for no such restriction; {@code none} for no check */
    RestrictedFactory(SSLSocketFactory factory, String[] protocols, String[] suites, String identification) {
        this.factory = factory;
        this.protocols = protocols;
        this.suites = suites;
        this.identification = identification;
    }

    @Override
    public Socket createSocket() throws IOException {
        return restricted(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return restricted(factory.createSocket(plain, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return restricted(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return restricted(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return restricted(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return restricted(factory.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    private Socket restricted(Socket socket) {
        SSLSocket tls = (SSLSocket) socket;
        SSLParameters parameters = tls.getSSLParameters();
        if (protocols != null) {
            parameters.setProtocols(protocols);
        }
        if (suites != null) {
            parameters.setCipherSuites(suites);
        }
        if (identification != null && !identification.equals("none")) {
            parameters.setEndpointIdentificationAlgorithm(identification);
        }
        tls.setSSLParameters(parameters);
        return tls;
    }
}
