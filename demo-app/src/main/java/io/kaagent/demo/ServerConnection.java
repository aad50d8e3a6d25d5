package io.kaagent.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** The server's side of one connection, from its handshake, if any, to its close. */
final class ServerConnection implements Runnable {

    /** Every body starts like this. */
    static final String GREETING = "answer ";

    private final Socket socket;
    private final int number;
    private final ServerCounts counts;
    private final long delayMillis;
    private final boolean close;

    ServerConnection(Socket socket, int number, ServerCounts counts, long delayMillis, boolean close) {
        this.socket = socket;
        this.number = number;
        this.counts = counts;
        this.delayMillis = delayMillis;
        this.close = close;
    }

    @Override
    public void run() {
        try (Socket own = socket) {
            own.setTcpNoDelay(true);
            if (own instanceof SSLSocket) {
                SSLSocket tls = (SSLSocket) own;
                tls.startHandshake();
                counts.shookHands(tls.getSession().getProtocol());
            }
            answerAll(new BufferedInputStream(own.getInputStream()), own.getOutputStream());
        } catch (IOException e) {
            // A client that ends in the middle of a request is part of the scenario.
            counts.broken();
        } finally {
            counts.closed();
        }
    }

    private void answerAll(InputStream in, OutputStream out) throws IOException {
        ServerRequest request;
        while ((request = ServerRequest.read(in)) != null) {
            long read = System.nanoTime();
            counts.begun();
            Pause.until(read, delayMillis);
            String body = GREETING + counts.done() + " over connection " + number + "\n";
            boolean last = close || request.last();
            String head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                    + (last ? "\r\nConnection: close" : "") + "\r\n\r\n";
            out.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (last) {
                return;
            }
        }
    }
}
