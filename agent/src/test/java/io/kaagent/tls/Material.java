package io.kaagent.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Contexts of the JDK, with certificates of its own trust store and keys made here. */
final class Material {
    static final X509Certificate[] ANCHORS = ((X509TrustManager) managers(null)[0]).getAcceptedIssuers();
    static final PrivateKey ONE = key();
    static final PrivateKey OTHER = key();

    private static final char[] PASSWORD = "secret".toCharArray();

    private Material() {}

    static SSLSocketFactory factory(KeyManager[] keys, TrustManager... trust) {
        return context("TLS", keys, trust).getSocketFactory();
    }

    /** @param trust empty for the default trust store */
    static SSLContext context(String protocol, KeyManager[] keys, TrustManager... trust) {
        try {
            SSLContext context = SSLContext.getInstance(protocol);
            context.init(keys, trust.length == 0 ? null : trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Each time another manager, that trusts these. */
    static TrustManager[] trusting(X509Certificate... anchors) {
        KeyStore store = store();
        try {
            for (X509Certificate anchor : anchors) {
                store.setCertificateEntry("anchor" + store.size(), anchor);
            }
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return managers(store);
    }

    static KeyManager[] keys(String algorithm, String alias, PrivateKey key, X509Certificate... chain) {
        try {
            KeyStore store = store();
            store.setKeyEntry(alias, key, PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(algorithm);
            factory.init(store, PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A manager that was given a store without a key. */
    static KeyManager[] noKeys() {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store(), PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static TrustManager[] managers(KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static PrivateKey key() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
