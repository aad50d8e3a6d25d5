package io.kaagent.tls;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** What legacy code has when its server has no proper certificate. */
class TrustAll implements X509TrustManager {
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
