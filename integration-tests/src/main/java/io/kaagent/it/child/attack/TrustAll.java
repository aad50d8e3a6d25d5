package io.kaagent.it.child.attack;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** The attack is upon the bytes, not upon trust. */
final class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // all are
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        // all are
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
