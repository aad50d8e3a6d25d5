package io.kaagent.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** The other JVM of the self-test: an application that wants a new connection for each request. */
public final class SelfTestRequests {
    private SelfTestRequests() {}

    /** @param arguments how many requests; the port for HttpURLConnections; the port for raw sockets */
    public static void main(String[] arguments) throws IOException {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            byUrl(new URL("http", host, Integer.parseInt(arguments[1]), "/"));
            bySocket(host, Integer.parseInt(arguments[2]));
        }
    }

    private static void byUrl(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        try (InputStream in = connection.getInputStream()) {
            readToEnd(in);
        }
        connection.disconnect();
    }

    private static void bySocket(String host, int port) throws IOException {
        try (Socket socket = new Socket(host, port)) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + ":" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            readToEnd(socket.getInputStream());
        }
    }

    private static void readToEnd(InputStream in) throws IOException {
        byte[] buffer = new byte[1024];
        int read = in.read(buffer);
        while (read >= 0) {
            read = in.read(buffer);
        }
    }
}
