package io.kaagent.it.child;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A raw socket through an HTTP proxy, which the JDK opens by means of its HTTP client. */
final class RawTunnel {
    private static final int PATIENCE_MILLIS = 5_000;

    private RawTunnel() {}

    /** Opens it, has one request answered through it and closes it; {@code answer} is the answer's first byte. */
    static Message through(Message message) throws IOException {
        try (Socket socket = Sockets.connected(message)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write("GET /?id=tunnelled HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return Control.ok().with("answer", (char) socket.getInputStream().read());
        }
    }
}
