package io.kaagent.it.child.tls;

import io.kaagent.it.child.AroundFactory;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Restricts the sockets of another one: to protocols, to cipher suites, or by a check of the server's name. */
final class RestrictedFactory extends AroundFactory {
    private final String[] protocols;
    private final String[] suites;
    private final String identification;

    /** @param identification all of them null for no such restriction; {@code none} for no check */
    RestrictedFactory(SSLSocketFactory factory, String[] protocols, String[] suites, String identification) {
        super(factory);
        this.protocols = protocols;
        this.suites = suites;
        this.identification = identification;
    }

    @Override
    protected Socket around(Socket socket) {
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
