package io.kaagent.it.child;

import io.kaagent.it.child.tls.FreshFactory;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Who a request trusts and who it is. One object for each name, kept: the same name means the same factory, verifier
 * or authenticator, unless it begins with {@code new}. */
final class Identity {
    private static final Map<String, SSLSocketFactory> FACTORIES = new ConcurrentHashMap<>();
    private static final Map<String, HostnameVerifier> VERIFIERS = new ConcurrentHashMap<>();
    private static final Map<String, Authenticator> AUTHENTICATORS = new ConcurrentHashMap<>();

    private final Message request;

    private Identity(Message request) {
        this.request = request;
    }

    static Identity of(Message request) {
        return new Identity(request);
    }

    void applyTo(HttpURLConnection connection) {
        if (request.has("factory")) {
            ((HttpsURLConnection) connection).setSSLSocketFactory(socketFactory(request.get("factory")));
        }
        if (request.has("verifier")) {
            ((HttpsURLConnection) connection).setHostnameVerifier(verifier(request.get("verifier")));
        }
        if (request.has("authenticator")) {
            setAuthenticator(connection, authenticator(request.get("authenticator")));
        }
    }

    /** @param user or "realm", for one that is named as the realm is */
    static Authenticator authenticator(String user) {
        return AUTHENTICATORS.computeIfAbsent(user, name -> new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                String user = name.equals("realm") ? getRequestingPrompt() : name;
                return new PasswordAuthentication(user, "secret".toCharArray());
            }
        });
    }

    static SSLSocketFactory socketFactory(String name) {
        return name.startsWith("new ") ? FreshFactory.of(name) : FACTORIES.computeIfAbsent(name, Identity::keptFactory);
    }

    private static SSLSocketFactory keptFactory(String name) {
        if (name.startsWith("foreign")) {
            return ForeignFactory.named(name, trustingTheTest());
        }
        return name.equals("untrusting") ? factory() : trustingTheTest();
    }

    private static HostnameVerifier verifier(String name) {
        return name.startsWith("new ") ? FreshVerifier.of(name) : VERIFIERS.computeIfAbsent(name, Identity::permissive);
    }

    private static SSLSocketFactory factory(TrustManager... trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The trust store is the JVM's own, so that only the factory's identity differs. */
    private static SSLSocketFactory trustingTheTest() {
        try (InputStream in = new FileInputStream(System.getProperty("javax.net.ssl.trustStore"))) {
            KeyStore trusted = KeyStore.getInstance("JKS");
            trusted.load(in, null);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return factory(trust.getTrustManagers());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HostnameVerifier permissive(String name) {
        // Captures, so that it is not the same object for two names.
        return (host, session) -> !name.isEmpty();
    }

    /** {@code setAuthenticator} is of JDK 9. */
    private static void setAuthenticator(HttpURLConnection connection, Authenticator authenticator) {
        try {
            HttpURLConnection.class
                    .getMethod("setAuthenticator", Authenticator.class)
                    .invoke(connection, authenticator);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
