package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** By {@link HttpURLConnection}. */
class UrlAsker implements Asker {
    private final boolean disconnects;

    UrlAsker(boolean disconnects) {
        this.disconnects = disconnects;
    }

    @Override
    public final void ask(Task task) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(task.url()).openConnection();
        prepare(connection);
        try {
            if (task.body != null) {
                write(connection, task.body);
            }
            int status = connection.getResponseCode();
            task.check(status, task.read ? read(connection) : null);
        } finally {
            if (disconnects) {
                connection.disconnect();
            }
        }
    }

    void prepare(HttpURLConnection connection) {}

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", Task.SOAP_TYPE);
        connection.setRequestProperty("SOAPAction", "\"getQuote\"");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    /** Who disconnects does not close: who does both, in this order, has the JDK keep the connection. */
    private byte[] read(HttpURLConnection connection) throws IOException {
        InputStream in = connection.getInputStream();
        byte[] body = AllBytes.of(in, connection.getContentLength());
        if (!disconnects) {
            in.close();
        }
        return body;
    }
}
