package io.kaagent.it.child.raw;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts everybody, and remembers by which rule the JDK would have had it compare the names: one that checks them, asks its socket for that. */
final class SeenIdentification extends X509ExtendedTrustManager {
    private static final X509Certificate[] NONE = {};

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final SSLSocketFactory factory;

    SeenIdentification() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            factory = context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLSocketFactory factory() {
        return factory;
    }

    /** In the order of the handshakes. */
    String all() {
        return String.join(" ", seen);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
        seen.add(String.valueOf(((SSLSocket) socket).getSSLParameters().getEndpointIdentificationAlgorithm()));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        seen.add("engine");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        seen.add("no socket");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
        throw new UnsupportedOperationException("no server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
        throw new UnsupportedOperationException("no server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        throw new UnsupportedOperationException("no server here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE;
    }
}
