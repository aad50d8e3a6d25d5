package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Trust;
import java.io.IOException;
import java.net.HttpURLConnection;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** With a socket factory for each request, of one context; by plain http, which is how it speaks to a sidecar, without. */
final class FactoryAsker extends UrlAsker {
    private final SSLContext context = new Trust().context();

    FactoryAsker() throws IOException {
        super(true);
    }

    @Override
    void prepare(HttpURLConnection connection) {
        if (connection instanceof HttpsURLConnection) {
            ((HttpsURLConnection) connection).setSSLSocketFactory(context.getSocketFactory());
        }
    }
}
