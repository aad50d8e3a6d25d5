package io.kaagent.it.child;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;

/** An {@code HttpURLConnection} of an application's own, as application servers had them: it has a socket, and nothing of the JDK's client. */
final class OwnUrlConnection extends HttpURLConnection {
    private RawAnswer answer;

    OwnUrlConnection(URL url) {
        super(url);
    }

    @Override
    public void connect() throws IOException {
        if (answer == null) {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                String head = "GET " + url.getFile() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes("US-ASCII"));
                answer = RawAnswer.read(socket.getInputStream(), false);
            }
        }
    }

    @Override
    public int getResponseCode() throws IOException {
        connect();
        return answer.status();
    }

    @Override
    public String getHeaderField(String name) {
        return answer.field(name);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        connect();
        return new ByteArrayInputStream(answer.body());
    }

    @Override
    public void disconnect() {
        // it has closed its socket
    }

    @Override
    public boolean usingProxy() {
        return false;
    }
}
