package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * A GET by {@link HttpsURLConnection}, with a socket factory of its own. It disconnects: nobody would ever find the connection again in
 * the JDK's cache, which goes by the factory, and there it would stay for five seconds; thousands would be open.
 */
final class UrlWork implements Work {
    private final byte[] buffer = new byte[8192];
    private final URL url;
    private final Factories factories;

    UrlWork(int port, Factories factories) throws IOException {
        this.url = new URL("https://localhost:" + port + "/s");
        this.factories = factories;
    }

    @Override
    public int once() throws IOException {
        HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
        connection.setSSLSocketFactory(factories.next());
        try (InputStream in = connection.getInputStream()) {
            return SmallAnswer.readToTheEnd(in, buffer);
        } finally {
            connection.disconnect();
        }
    }

    /** One for each request. */
    interface Factories {
        SSLSocketFactory next() throws IOException;
    }
}
