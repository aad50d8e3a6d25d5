package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** The server's side of a connection that is not HTTP: a byte says what is wanted, {@link HttpTalk#LARGE} bytes come or go. */
final class OtherTalk {
    static final int SEND = 1;
    static final int RECEIVE = 2;

    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[HttpTalk.BLOCK];

    OtherTalk(Socket socket) throws IOException {
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    void serve() throws IOException {
        for (int wanted = in.read(); wanted >= 0; wanted = in.read()) {
            if (wanted == SEND) {
                for (int i = 0; i < HttpTalk.LARGE / buffer.length; i++) {
                    out.write(buffer);
                }
            } else {
                receive();
                out.write(1);
            }
        }
    }

    private void receive() throws IOException {
        for (int left = HttpTalk.LARGE; left > 0; ) {
            int got = in.read(buffer, 0, Math.min(left, buffer.length));
            if (got < 0) {
                throw new IOException("the client closed too early");
            }
            left -= got;
        }
    }
}
