package io.kaagent.it.child.raw;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.net.ssl.SSLSocket;

/** One run of an idiom: whom it talks to, which request it is, and what it saw, in one line that is the same each time. */
final class Visit {
    static final String HOST = "127.0.0.1";
    private static final int SHORT = 1_000;

    private final Destination to;
    private final String id;
    private final int number;
    private final StringBuilder seen;

    /** @param number the how-manyth of its thread, from 0 */
    Visit(Destination to, String id, int number) {
        this.to = to;
        this.id = id;
        this.number = number;
        this.seen = new StringBuilder(id);
    }

    int port() {
        return to.port();
    }

    String id() {
        return id;
    }

    int number() {
        return number;
    }

    Socket socket() throws IOException {
        return to.transport().socket(HOST, port());
    }

    SSLSocket secureSocket() throws IOException {
        return (SSLSocket) socket();
    }

    Transport transport() {
        return to.transport();
    }

    /** Line and fields of a request in HTTP/1.1; {@code query} tells the server what to do. */
    String head(String method, String query, String... fields) {
        StringBuilder head = new StringBuilder(method + " " + target(query) + " HTTP/1.1\r\n");
        head.append("Host: ").append(HOST).append(':').append(port()).append("\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    String target(String query) {
        return "/?id=" + id + (query.isEmpty() ? "" : "&" + query);
    }

    /** Another request of the same run; what it sees is its own. */
    Visit further(String suffix) {
        return new Visit(to, id + suffix, number);
    }

    void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(ascii(text));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Lets the server go on with an answer that waits for it. */
    void signal() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] bytes = ascii(id);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName(HOST), to.signals()));
        }
    }

    void saw(String what, Object value) {
        seen.append(" | ").append(what).append('=');
        String text = String.valueOf(value);
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
    }

    void saw(String what, byte[] bytes) {
        if (bytes.length <= SHORT) {
            saw(what, bytes.length + ":" + new String(bytes, StandardCharsets.ISO_8859_1));
            return;
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        saw(what, bytes.length + ":" + Long.toHexString(sum.getValue()));
    }

    void threw(String where, Throwable failure) {
        saw(where, failure.getClass().getName() + ": " + failure.getMessage());
    }

    String line() {
        return seen.toString();
    }

    private void escape(char c) {
        if (c >= ' ') {
            seen.append(c);
        } else {
            seen.append('\\').append(c == '\r' ? "r" : c == '\n' ? "n" : Integer.toHexString(c));
        }
    }
}
