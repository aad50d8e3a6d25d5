package io.kaagent.it.child.raw;

import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Handshakes that come to nothing. */
final class TlsFailures {
    private static final int SHORT = 10;

    private TlsFailures() {}

    static void explicit(Visit visit) throws Exception {
        fails(visit, visit.secureSocket());
    }

    /** Which has no exception to throw. */
    static void bySession(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            TlsLook.atSession(visit, "session", socket);
            TlsLook.at(visit, "after", socket);
        }
    }

    static void byWriting(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            WaysToClose.attempt(visit, "write", () -> TlsLooks.done(() -> visit.write(socket, visit.head("GET", ""))));
            WaysToClose.attempt(visit, "read", () -> socket.getInputStream().read());
            TlsLook.at(visit, "after", socket);
        }
    }

    static void byReading(Visit visit) throws Exception {
        try (SSLSocket socket = visit.secureSocket()) {
            WaysToClose.attempt(visit, "read", () -> socket.getInputStream().read());
            WaysToClose.attempt(visit, "again", () -> socket.getInputStream().read());
            TlsLook.at(visit, "after", socket);
        }
    }

    static void inTime(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        socket.setSoTimeout(SHORT);
        fails(visit, socket);
    }

    static void noCommonProtocol(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        String other = visit.transport() == Transport.LAYERED ? "TLSv1.3" : "TLSv1.2";
        socket.setEnabledProtocols(new String[] {other});
        fails(visit, socket);
    }

    static void untrusted(Visit visit) throws Exception {
        fails(visit, (SSLSocket) visit.transport().socket(distrusting(), Visit.HOST, visit.port()));
    }

    /** Whose connections are of no use to the one that does not trust. */
    static void untrustedAmongOthers(Visit visit) throws Exception {
        if (visit.number() % 2 == 1) {
            untrusted(visit);
        } else {
            ReadByLength.thenClose(visit);
        }
    }

    /** There is no session to go on with. */
    static void noNewSession(Visit visit) throws Exception {
        SSLSocket socket = visit.secureSocket();
        socket.setEnableSessionCreation(false);
        fails(visit, socket);
    }

    private static void fails(Visit visit, SSLSocket failing) throws Exception {
        try (SSLSocket socket = failing) {
            try {
                socket.startHandshake();
                visit.saw("handshake", "done");
            } catch (Exception e) {
                visit.threw("handshake", e);
                visit.saw("because", e.getCause());
            }
            TlsLook.at(visit, "after", socket);
            WaysToClose.attempt(visit, "again", () -> TlsLooks.done(() -> socket.startHandshake()));
            WaysToClose.attempt(visit, "read", () -> socket.getInputStream().read());
            TlsLook.atSession(visit, "session", socket);
        }
    }

    /** The JDK's own manager, and a trust store of others. */
    private static SSLSocketFactory distrusting() throws Exception {
        KeyStore others = TlsChecks.trustStore();
        others.deleteEntry("right");
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(others);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
