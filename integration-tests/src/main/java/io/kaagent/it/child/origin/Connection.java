package io.kaagent.it.child.origin;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** One accepted connection, served by one thread. */
final class Connection implements Runnable {
    private final Origin origin;
    private final Socket accepted;
    private final int number;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Connection(Origin origin, Socket accepted, int number) {
        this.origin = origin;
        this.accepted = accepted;
        this.socket = accepted;
        this.number = number;
    }

    @Override
    public void run() {
        try {
            accepted.setTcpNoDelay(true);
            if (!origin.manner().converses()) {
                new Refusal(this, accepted).make();
                return;
            }
            socket = origin.over(accepted);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            converse();
        } catch (IOException e) {
            // The client went away, as many idioms do: what it saw is told on its side.
            origin.ledger().brokenOff();
        } finally {
            origin.gone(this);
            close();
        }
    }

    private void converse() throws IOException {
        if (origin.manner().isHttp()) {
            new HttpConversation(this).hold();
        } else {
            new LineConversation(this).hold();
        }
    }

    Origin origin() {
        return origin;
    }

    InputStream in() {
        return in;
    }

    void arrived(String id) {
        origin.ledger().arrived(id, number);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The next line without its end; null at the end of the stream. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        String text = line.toString("US-ASCII");
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Sends back all that comes, until the client has no more to say. */
    void echo() throws IOException {
        byte[] bytes = new byte[1024];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
            out.write(bytes, 0, length);
        }
    }

    /** A second handshake (in TLS 1.3, new keys), if there is TLS. Waits for the client to take part in it. */
    void rehandshake() throws IOException {
        if (socket instanceof SSLSocket) {
            ((SSLSocket) socket).startHandshake();
        }
    }

    /** Without a goodbye of TLS. Any thread. */
    void breakOff(boolean resets) throws IOException {
        if (resets) {
            accepted.setSoLinger(true, 0);
        }
        accepted.close();
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            origin.ledger().brokenOff(); // it was reset, and had no goodbye any more
        }
    }
}
