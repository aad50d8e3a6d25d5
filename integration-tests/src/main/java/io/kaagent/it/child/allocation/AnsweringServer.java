package io.kaagent.it.child.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers by path: {@code /small} at once; {@code /length} and {@code /chunked} without end, for as long as the client reads. */
final class AnsweringServer {
    static final int PIECE = 1000;
    static final long ENDLESS = 1L << 40;
    static final int SMALL_ANSWER = small("keep-alive").length;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();

    AnsweringServer() throws IOException {
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                start(() -> serve(socket));
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    private static void serve(Socket socket) throws IOException {
        try (Socket closed = socket) {
            InputStream in = closed.getInputStream();
            OutputStream out = closed.getOutputStream();
            boolean close = false;
            while (!close) {
                String head = head(in);
                close = head.contains("Connection: close");
                skipBody(in, head);
                if (head.contains("/small")) {
                    out.write(small(close ? "close" : "keep-alive"));
                } else {
                    pour(out, head.contains("/chunked"));
                }
            }
        }
    }

    private static void pour(OutputStream out, boolean chunked) throws IOException {
        String framing = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + ENDLESS;
        out.write(ascii("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n"));
        byte[] piece = new byte[PIECE];
        byte[] before = ascii(Integer.toHexString(PIECE) + "\r\n");
        byte[] after = ascii("\r\n");
        while (true) {
            if (chunked) {
                out.write(before);
                out.write(piece);
                out.write(after);
            } else {
                out.write(piece);
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed by the client");
            }
            head.append((char) b);
        }
        return head.toString();
    }

    private static void skipBody(InputStream in, String head) throws IOException {
        int at = head.indexOf("Content-Length: ");
        long left = at < 0 ? 0 : Long.parseLong(head.substring(at + 16, head.indexOf('\r', at)));
        byte[] buffer = new byte[8192];
        while (left > 0) {
            int got = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                throw new IOException("closed by the client");
            }
            left -= got;
        }
    }

    private static byte[] small(String connection) {
        return ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: " + connection + "\r\n\r\nok");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void start(Serving serving) {
        Thread thread = new Thread(() -> {
            try {
                serving.run();
            } catch (IOException e) {
                return; // a client may close whenever it likes
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Serving {
        void run() throws IOException;
    }
}
