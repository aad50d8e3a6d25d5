package io.kaagent.socket;

import io.kaagent.tls.JdkSocket;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Whether a fresh TLS connection leads to whom the used one led to whose place it takes. */
final class SamePeer {
    private SamePeer() {}

    /** What the application has checked of the one, a name in a certificate perhaps, it can't check of the other without knowing. */
    static void require(Carrier before, SSLSocket now) throws SSLException {
        Object protocol = JdkSocket.applicationProtocol(now);
        Object protocolBefore = before.applicationProtocol();
        if (!Arrays.equals(certificates(before.session()), certificates((SSLSession) JdkSocket.session(now)))
                || (protocol == null ? protocolBefore != null : !protocol.equals(protocolBefore))) {
            throw new SSLPeerUnverifiedException("a new connection has led to a server with another certificate");
        }
    }

    private static Object[] certificates(SSLSession session) {
        try {
            return session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
