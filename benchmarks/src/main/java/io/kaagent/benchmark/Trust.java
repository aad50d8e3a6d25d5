package io.kaagent.benchmark;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a client trusts that brings its own store along: the {@linkplain Keys certificate} of the server, read once. */
public final class Trust {
    private final KeyStore store;

    public Trust() throws IOException {
        try (InputStream in = new FileInputStream(System.getProperty("javax.net.ssl.trustStore"))) {
            store = KeyStore.getInstance("JKS");
            store.load(in, null);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A new one each time, equal to the others. */
    public SSLContext context() throws IOException {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
