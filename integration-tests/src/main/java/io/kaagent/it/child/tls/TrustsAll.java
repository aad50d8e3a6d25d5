package io.kaagent.it.child.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Found in very many legacy applications. Subclasses reject some. */
class TrustsAll implements X509TrustManager {
    private static final X509Certificate[] NONE = {};

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!accepts(chain[0].getSubjectX500Principal().getName())) {
            throw new CertificateException("not the one");
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE;
    }

    boolean accepts(String name) {
        return true;
    }
}
