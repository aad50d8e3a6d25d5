package io.kaagent.it.child.server;

import io.kaagent.it.child.Message;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS on top of an accepted socket. Options: tls (a key store), clients (a trust store: their certificates are wanted), protocol, suite,
 * applications (protocols of ALPN, the best first), forgetful (no session is resumed), either (who does not begin with a handshake is served
 * without TLS).
 */
public final class Tls {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Message options;
    private final KeyManagerFactory managers;
    private final SSLContext context;

    public Tls(Message options) throws IOException, GeneralSecurityException {
        this.options = options;
        this.managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store(options.get("tls")), PASSWORD);
        this.context = context();
    }

    private SSLContext context() throws IOException {
        try {
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(managers.getKeyManagers(), clients(), null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** After the handshake, as its server. */
    public Socket layered(Socket plain) throws IOException {
        return layered(plain, null);
    }

    /** @param tally is told of each handshake, by a thread of the JDK's that may be late; null for nobody */
    Socket layered(Socket plain, Tally tally) throws IOException {
        return layered(plain, null, tally);
    }

    /** True if the first byte decides whether it is TLS. */
    boolean isOptional() {
        return options.has("either");
    }

    /** @param begun what was already read of it; null for nothing */
    Socket layered(Socket plain, InputStream begun, Tally tally) throws IOException {
        SSLContext mine = options.has("forgetful") ? context() : context;
        SSLSocketFactory factory = mine.getSocketFactory();
        SSLSocket socket = (SSLSocket)
                (begun == null
                        ? factory.createSocket(plain, null, plain.getPort(), true)
                        : factory.createSocket(plain, begun, true));
        socket.setUseClientMode(false);
        socket.setWantClientAuth(options.has("clients"));
        if (options.has("protocol")) {
            socket.setEnabledProtocols(new String[] {options.get("protocol")});
        }
        if (options.has("suite")) {
            socket.setEnabledCipherSuites(new String[] {options.get("suite")});
        }
        if (options.has("applications")) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(options.get("applications").split(","));
            socket.setSSLParameters(parameters);
        }
        if (tally != null) {
            socket.addHandshakeCompletedListener(event -> tally.handshaken());
        }
        socket.startHandshake();
        return socket;
    }

    private TrustManager[] clients() throws IOException, GeneralSecurityException {
        if (!options.has("clients")) {
            return null;
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store(options.get("clients")));
        return managers.getTrustManagers();
    }

    private static KeyStore store(String file) throws IOException, GeneralSecurityException {
        try (InputStream in = new FileInputStream(file)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(in, PASSWORD);
            return store;
        }
    }
}
