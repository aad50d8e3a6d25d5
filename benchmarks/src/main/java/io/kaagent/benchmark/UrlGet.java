package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** A request by {@link HttpURLConnection} whose answer is read to its end: the client that reuses its connections with or without the agent. */
final class UrlGet implements Work {
    private final byte[] buffer = new byte[8192];
    private final URL url;
    private final byte[] body;

    UrlGet(int port) throws IOException {
        this("http://127.0.0.1:" + port + "/s", null);
    }

    /** @param body of a POST; null: a GET */
    UrlGet(String url, byte[] body) throws IOException {
        this.url = new URL(url);
        this.body = body;
    }

    @Override
    public int once() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (body != null) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return SmallAnswer.readToTheEnd(in, buffer);
        }
    }
}
