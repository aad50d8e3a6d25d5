package io.kaagent.it.child.tls;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The test's certificates, read again at each call, as legacy applications do. */
final class Stores {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Stores() {}

    /** The JDK's own managers, trusting one certificate of the trust store alone. */
    static TrustManager[] trusting(String alias) throws IOException, GeneralSecurityException {
        KeyStore only = KeyStore.getInstance("JKS");
        only.load(null, null);
        only.setCertificateEntry(alias, load(trustStore()).getCertificate(alias));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(only);
        return managers.getTrustManagers();
    }

    /** The JDK's own managers, with the key of that name. */
    static KeyManager[] keys(String name) throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(load(new File(trustStore().getParentFile(), name + ".jks")), PASSWORD);
        return managers.getKeyManagers();
    }

    private static File trustStore() {
        return new File(System.getProperty("javax.net.ssl.trustStore"));
    }

    private static KeyStore load(File file) throws IOException, GeneralSecurityException {
        try (InputStream in = new FileInputStream(file)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(in, PASSWORD);
            return store;
        }
    }
}
