package io.kaagent.it.child.origin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What becomes of a connection to an origin that wants no conversation. */
final class Refusal {
    private static final int HELLO = 16_384;

    private final Connection connection;
    private final Socket accepted;

    Refusal(Connection connection, Socket accepted) {
        this.connection = connection;
        this.accepted = accepted;
    }

    void make() throws IOException {
        boolean came = accepted.getInputStream().read(new byte[HELLO]) > 0;
        switch (connection.origin().manner()) {
            case RESETTING:
                connection.breakOff(true);
                break;
            case PLAIN_TEXT:
                OutputStream out = accepted.getOutputStream();
                out.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                break;
            case SILENT:
                while (came) {
                    came = accepted.getInputStream().read(new byte[HELLO]) > 0;
                }
                break;
            default:
                connection.breakOff(false);
        }
    }
}
