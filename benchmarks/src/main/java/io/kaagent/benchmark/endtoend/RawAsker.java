package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** A socket for each request, and HTTP of its own. */
final class RawAsker implements Asker {
    private final String version;
    private final String fields;

    RawAsker(String version, String fields) {
        this.version = version;
        this.fields = fields;
    }

    @Override
    public void ask(Task task) throws IOException {
        URI server = URI.create(task.base);
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(request(task, server));
            byte[] answer = AllBytes.of(socket.getInputStream(), 2 * Task.LENGTH);
            task.check(answer, answer.length);
        }
    }

    /** Over TLS without delay: else its last small write but one would wait for the server's acknowledgement, on the plain JDK only. */
    private static Socket connect(URI server) throws IOException {
        if (server.getScheme().equals("https")) {
            Socket socket = SSLSocketFactory.getDefault().createSocket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            return socket;
        }
        return new Socket(InetAddress.getByName(server.getHost()), server.getPort());
    }

    private byte[] request(Task task, URI server) {
        String text = "GET /" + task.path + " " + version + "\r\nHost: " + server.getAuthority()
                + "\r\nUser-Agent: raw\r\nAccept: */*\r\n" + fields + "\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
