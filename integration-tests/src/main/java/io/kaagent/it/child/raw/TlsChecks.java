package io.kaagent.it.child.raw;

import java.io.FileInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Clients that have wishes as to the handshake. */
final class TlsChecks {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private TlsChecks() {}

    static void rightName(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        checkName(socket);
        exchange(visit, socket);
    }

    static void wrongName(Visit visit) throws Exception {
        SSLSocket socket = elsewhere(visit);
        checkName(socket);
        exchange(visit, socket);
    }

    /** The same name that is not the server's; not all care. */
    static void wrongNameAmongOthers(Visit visit) throws Exception {
        SSLSocket socket = elsewhere(visit);
        if (visit.number() % 2 == 1) {
            checkName(socket);
        }
        exchange(visit, socket);
    }

    static void serverName(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(Collections.singletonList(new SNIHostName("legacy.example.com")));
        socket.setSSLParameters(parameters);
        exchange(visit, socket);
    }

    /** Set at the last moment. */
    static void oneSuite(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        socket.getOutputStream().flush();
        boolean old = visit.transport() == Transport.LAYERED;
        String suite = old ? "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" : "TLS_AES_128_GCM_SHA256";
        socket.setEnabledCipherSuites(new String[] {suite});
        exchange(visit, socket);
    }

    /** By reflection, since the oldest updates of JDK 8 don't have it. */
    static void applicationProtocols(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        SSLParameters parameters = socket.getSSLParameters();
        SSLParameters.class.getMethod("setApplicationProtocols", String[].class).invoke(parameters, (Object)
                new String[] {"http/1.1"});
        socket.setSSLParameters(parameters);
        exchange(visit, socket);
    }

    static void newContextEachTime(Visit visit) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        exchange(visit, (SSLSocket) visit.transport().socket(context.getSocketFactory(), Visit.HOST, visit.port()));
    }

    static KeyStore trustStore() throws Exception {
        try (InputStream in = new FileInputStream(System.getProperty("javax.net.ssl.trustStore"))) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(in, null);
            return store;
        }
    }

    private static void checkName(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
    }

    /** A name for the server that its certificate does not have. */
    private static SSLSocket elsewhere(Visit visit) throws Exception {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        InetAddress address = InetAddress.getByAddress("elsewhere.example.com", LOOPBACK);
        return visit.transport() == Transport.LAYERED
                ? (SSLSocket) factory.createSocket(
                        new Socket(address, visit.port()), address.getHostName(), visit.port(), true)
                : (SSLSocket) factory.createSocket(address, visit.port());
    }

    private static void exchange(Visit visit, SSLSocket checking) throws Exception {
        try (SSLSocket socket = checking) {
            visit.write(socket, visit.head("GET", "body=33"));
            ReadByLength.body(visit, socket.getInputStream());
            TlsLook.at(visit, "after", socket);
            TlsLook.atSession(visit, "session", socket);
        } catch (Exception e) {
            visit.threw("thrown", e);
            visit.saw("because", e.getCause());
            TlsLook.at(visit, "failed", checking);
        }
    }
}
