package io.kaagent.it.child.chaos;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/** HTTP as it was written by hand. */
final class SocketClient implements Client {
    /** Not more than a bit of an answer: what the application leaves is still to come. */
    private static final int BUFFER = 500;

    private static final String CHUNKED = "chunked";

    private final Map<Integer, Socket> kept = new HashMap<>();

    @Override
    public void send(Plan plan, int port, Got got) throws IOException {
        Socket used = kept.remove(port);
        Socket socket = used == null ? connect(plan, port) : used;
        boolean lives = false;
        try {
            socket.setSoTimeout(plan.readTimeout());
            write(plan, port, socket.getOutputStream());
            boolean ends = read(plan, new BufferedInputStream(socket.getInputStream(), BUFFER), got);
            // it knows its server: what is kept is answered
            lives = plan.kind == Kind.KEPT && plan.mustSucceed() && !ends && !plan.asksForClose;
        } finally {
            if (lives) {
                kept.put(port, socket);
            } else {
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : kept.values()) {
            socket.close();
        }
    }

    private static Socket connect(Plan plan, int port) throws IOException {
        if (plan.kind.secure) {
            return SSLSocketFactory.getDefault().createSocket("127.0.0.1", port);
        }
        if (plan.cut % 2 == 0) {
            return new Socket(Client.host(plan), port);
        }
        Socket socket = new Socket();
        boolean connected = false;
        try {
            socket.connect(new InetSocketAddress(Client.host(plan), port), CONNECT_TIMEOUT_MILLIS);
            connected = true;
            return socket;
        } finally {
            if (!connected) {
                socket.close();
            }
        }
    }

    private static void write(Plan plan, int port, OutputStream out) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        boolean chunked = plan.streamed && plan.uploaded > 0;
        request.write(ascii(
                plan.method + " " + plan.target() + " HTTP/1.1\r\nHost: " + Client.host(plan) + ":" + port + "\r\n"
                        + (plan.asksForClose ? "Connection: close\r\n" : "")
                        + (chunked
                                ? "Transfer-Encoding: chunked\r\n"
                                : plan.uploaded > 0 ? "Content-Length: " + plan.uploaded + "\r\n" : "")
                        + "\r\n"));
        if (plan.cut % 3 == 0) {
            out.write(request.toByteArray());
            request.reset();
        }
        if (chunked) {
            request.write(ascii(Integer.toHexString(plan.uploaded) + "\r\n"));
        }
        request.write(plan.upload());
        if (chunked) {
            request.write(ascii("\r\n0\r\n\r\n"));
        }
        out.write(request.toByteArray());
        out.flush();
    }

    /** Returns whether the connection ends with it. */
    private static boolean read(Plan plan, InputStream in, Got got) throws IOException {
        String[] words = line(in).split(" ");
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("not HTTP: " + words[0]);
        }
        Map<String, String> fields = fields(in);
        got.head(Integer.parseInt(words[1]), fields.get("x-id"));
        boolean ends = "close".equals(fields.get("connection"));
        if (!plan.isHead()) {
            if (CHUNKED.equals(fields.get("transfer-encoding"))) {
                chunks(in, got);
            } else if (fields.containsKey("content-length")) {
                exactly(Integer.parseInt(fields.get("content-length")), in, got);
            } else {
                got.all(in);
                ends = true;
            }
        }
        got.complete();
        return ends || got.isEnough();
    }

    private static Map<String, String> fields(InputStream in) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            fields.put(parts[0].toLowerCase(Locale.ROOT), parts.length == 1 ? "" : parts[1].trim());
        }
        return fields;
    }

    private static void chunks(InputStream in, Got got) throws IOException {
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            exactly(size, in, got);
            if (got.isEnough()) {
                return;
            }
            line(in);
        }
        line(in);
    }

    private static void exactly(int length, InputStream in, Got got) throws IOException {
        byte[] buffer = new byte[length];
        for (int left = length; left > 0 && !got.isEnough(); ) {
            int read = in.read(buffer, 0, left);
            if (read < 0) {
                throw new EOFException(left + " bytes are missing");
            }
            got.bytes(buffer, read);
            left -= read;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("in the midst of a line");
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
