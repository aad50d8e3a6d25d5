package io.kaagent.it.child;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HandshakeCompletedEvent;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** What an application looks at to know its peer, before the request and after the answer. */
final class TlsLook {
    private static final int PATIENCE_SECONDS = 10;

    private final SSLSocket socket;
    private final String host;

    /** @param host whom it wants to talk to */
    TlsLook(SSLSocket socket, String host) {
        this.socket = socket;
        this.host = host;
    }

    /**
     * @param at the handshake, as a listener hears of it; the session; or nothing
     * @throws IOException if that is not what it must be
     */
    void before(String at) throws IOException, GeneralSecurityException {
        switch (at) {
            case "handshake":
                listen();
                return;
            case "session":
                identify(socket.getSession());
                return;
            default:
                return;
        }
    }

    /** A line for each of what the handshake has brought. */
    String after() throws IOException {
        SSLSession session = socket.getSession();
        return "\npeer: " + session.getPeerPrincipal() + "\nprotocol: " + session.getProtocol() + "\nsuite: "
                + session.getCipherSuite() + "\napplication: " + socket.getApplicationProtocol();
    }

    private void listen() throws IOException {
        BlockingQueue<HandshakeCompletedEvent> heard = new LinkedBlockingQueue<>();
        socket.addHandshakeCompletedListener(heard::add);
        socket.startHandshake();
        HandshakeCompletedEvent event = next(heard);
        if (event == null || event.getSocket() != socket || event.getSession() != socket.getSession()) {
            throw new SSLException("the listener heard " + event);
        }
        if (!heard.isEmpty()) {
            throw new SSLException("the listener heard of one handshake twice");
        }
    }

    private static HandshakeCompletedEvent next(BlockingQueue<HandshakeCompletedEvent> heard) {
        try {
            return heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As applications did it by hand before there was an endpoint identification. */
    private void identify(SSLSession session) throws IOException, GeneralSecurityException {
        if (!session.isValid() || session.getProtocol().equals("NONE")) {
            throw new SSLException("no handshake: " + session);
        }
        X509Certificate peer = (X509Certificate) session.getPeerCertificates()[0];
        Collection<List<?>> names = peer.getSubjectAlternativeNames();
        for (List<?> name : names) {
            if (host.equals(name.get(1))) {
                return;
            }
        }
        throw new SSLException(host + " is none of " + names);
    }
}
