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
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS on top of an accepted socket. Options: tls (a key store), clients (a trust store: their certificates are wanted), protocol, suite.
 */
public final class Tls {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Message options;
    private final SSLContext context;

    public Tls(Message options) throws IOException, GeneralSecurityException {
        this.options = options;
        this.context = SSLContext.getInstance("TLS");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store(options.get("tls")), PASSWORD);
        context.init(managers.getKeyManagers(), clients(), null);
    }

    public Socket layered(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.setWantClientAuth(options.has("clients"));
        if (options.has("protocol")) {
            socket.setEnabledProtocols(new String[] {options.get("protocol")});
        }
        if (options.has("suite")) {
            socket.setEnabledCipherSuites(new String[] {options.get("suite")});
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
