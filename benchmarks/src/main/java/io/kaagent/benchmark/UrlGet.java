package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** A GET by {@link HttpURLConnection} that is read to its end: the client that reuses its connections with or without the agent. */
final class UrlGet implements Work {
    private final byte[] buffer = new byte[8192];
    private final URL url;

    UrlGet(int port) throws IOException {
        this.url = new URL("http://127.0.0.1:" + port + "/s");
    }

    @Override
    public int once() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        try (InputStream in = connection.getInputStream()) {
            return SmallAnswer.readToTheEnd(in, buffer);
        }
    }
}
