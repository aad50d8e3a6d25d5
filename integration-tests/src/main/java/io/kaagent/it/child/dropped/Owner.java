package io.kaagent.it.child.dropped;

import io.kaagent.it.child.AroundFactory;
import java.net.Authenticator;
import java.net.Socket;
import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;

/** What an application has around a connection: knows it, and is asked by it. */
class Owner implements X509TrustManager, HostnameVerifier, AlgorithmConstraints {
    /** The socket, or the {@code HttpURLConnection}. */
    Object owned;

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        return true;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, AlgorithmParameters parameters) {
        return true;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        return true;
    }

    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, String algorithm, Key key, AlgorithmParameters parameters) {
        return true;
    }

    /** Of the names that a server has. */
    SNIMatcher matcher() {
        return new SNIMatcher(0) {
            @Override
            public boolean matches(SNIServerName name) {
                return owned != null;
            }
        };
    }

    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            public String toString() {
                return "of " + owned;
            }
        };
    }

    /** Knows the last socket it has made. */
    SSLSocketFactory around(SSLSocketFactory factory) {
        return new Remembering(factory);
    }

    private static final class Remembering extends AroundFactory {
        private Socket last;

        Remembering(SSLSocketFactory factory) {
            super(factory);
        }

        @Override
        protected Socket around(Socket tls) {
            last = tls;
            return last;
        }
    }
}
