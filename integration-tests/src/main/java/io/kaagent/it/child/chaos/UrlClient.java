package io.kaagent.it.child.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** {@code HttpURLConnection}, as careful applications use it. */
final class UrlClient implements Client {
    private static final int CHUNK = 100;

    @Override
    public void send(Plan plan, int port, Got got) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(Client.url(plan, port)).openConnection();
        connection.setRequestMethod(plan.method);
        connection.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        connection.setReadTimeout(plan.readTimeout());
        if (plan.asksForClose) {
            connection.setRequestProperty("Connection", "close");
        }
        if (plan.uploaded > 0) {
            upload(plan, connection);
        }
        int status = connection.getResponseCode();
        got.head(status, connection.getHeaderField("X-Id"));
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                got.all(in);
            }
        }
        got.complete();
    }

    private static void upload(Plan plan, HttpURLConnection connection) throws IOException {
        connection.setDoOutput(true);
        if (plan.streamed && plan.cut % 2 == 0) {
            connection.setFixedLengthStreamingMode(plan.uploaded);
        } else if (plan.streamed) {
            connection.setChunkedStreamingMode(CHUNK);
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(plan.upload());
        }
    }
}
