package io.kaagent.it.child.server;

import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** What a server has learned of its client by a handshake: whom its certificate names, whom it asked for, and what it wants to speak. */
final class Acquaintance {
    private Acquaintance() {}

    /** Lines of a head; none for what the client has not shown. */
    static String of(SSLSocket socket) {
        StringBuilder lines = new StringBuilder();
        SSLSession session = socket.getSession();
        try {
            line(lines, "X-Client", session.getPeerPrincipal().getName());
        } catch (SSLPeerUnverifiedException e) {
            // it was wanted, not needed
            line(lines, "X-Client", "");
        }
        List<SNIServerName> names = ((ExtendedSSLSession) session).getRequestedServerNames();
        for (SNIServerName name : names) {
            line(lines, "X-Server-Name", name.toString());
        }
        String application = socket.getApplicationProtocol();
        line(lines, "X-Application", application == null ? "" : application);
        return lines.toString();
    }

    private static void line(StringBuilder lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.append(name).append(": ").append(value).append("\r\n");
        }
    }
}
