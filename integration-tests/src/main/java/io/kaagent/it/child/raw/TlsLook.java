package io.kaagent.it.child.raw;

import java.util.Arrays;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** What a TLS socket tells of itself, but for what differs from handshake to handshake. */
final class TlsLook {
    private TlsLook() {}

    /** All that does not begin a handshake. */
    static void at(Visit visit, String when, SSLSocket socket) {
        Look.at(visit, when, socket);
        WaysToClose.attempt(visit, "handshake session", () -> described(socket.getHandshakeSession()));
        WaysToClose.attempt(visit, "client", () -> socket.getUseClientMode());
        WaysToClose.attempt(visit, "creates", () -> socket.getEnableSessionCreation());
        WaysToClose.attempt(visit, "wants", () -> socket.getWantClientAuth() + " " + socket.getNeedClientAuth());
        WaysToClose.attempt(visit, "protocols", () -> Arrays.toString(socket.getEnabledProtocols()));
        WaysToClose.attempt(visit, "suites", () -> socket.getEnabledCipherSuites().length);
        WaysToClose.attempt(visit, "parameters", () -> described(socket.getSSLParameters()));
        WaysToClose.attempt(visit, "application", () -> asked(socket, "getApplicationProtocol"));
        WaysToClose.attempt(visit, "in handshake", () -> asked(socket, "getHandshakeApplicationProtocol"));
    }

    /** Makes a handshake if there was none. */
    static void atSession(Visit visit, String when, SSLSocket socket) {
        WaysToClose.attempt(visit, when, () -> described(socket.getSession()));
        WaysToClose.attempt(visit, "the same", () -> socket.getSession() == socket.getSession());
        WaysToClose.attempt(visit, "its port", () -> socket.getSession().getPeerPort() == visit.port());
    }

    private static String described(SSLSession session) {
        if (session == null) {
            return "none";
        }
        return session.getProtocol() + " " + session.getCipherSuite() + " " + session.isValid() + " "
                + session.getPeerHost() + " " + peer(session) + " "
                + session.getLocalPrincipal() + " " + session.getApplicationBufferSize() + " "
                + session.getPacketBufferSize() + " " + session.getId().length + " "
                + (session.getSessionContext() != null);
    }

    private static String peer(SSLSession session) {
        try {
            return session.getPeerPrincipal() + " " + Arrays.hashCode(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return e.getMessage();
        }
    }

    private static String described(SSLParameters parameters) {
        return Arrays.toString(parameters.getProtocols()) + " " + parameters.getCipherSuites().length + " "
                + parameters.getEndpointIdentificationAlgorithm() + " " + parameters.getServerNames() + " "
                + parameters.getSNIMatchers() + " " + parameters.getUseCipherSuitesOrder() + " "
                + (parameters.getAlgorithmConstraints() == null);
    }

    /** By reflection, since the oldest updates of JDK 8 don't have it. */
    private static Object asked(SSLSocket socket, String method) throws Exception {
        return SSLSocket.class.getMethod(method).invoke(socket);
    }
}
