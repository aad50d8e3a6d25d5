package io.kaagent.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The server's side of one HTTP connection. */
public final class HttpTalk {
    static final int SMALL = 100;
    static final int LARGE = 100 * 1024 * 1024;
    static final int BLOCK = 65536;

    private static final byte[] KEPT = small("keep-alive");
    private static final byte[] LAST = small("close");
    private static final byte[] LARGE_HEAD = bytes("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n");
    private static final byte[] CHUNKED_HEAD = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final byte[] CHUNK =
            bytes(Integer.toHexString(BLOCK) + "\r\n" + new String(new char[BLOCK]) + "\r\n");
    private static final byte[] LAST_CHUNK = bytes("0\r\n\r\n");
    private static final byte[] ZEROS = new byte[BLOCK];

    private final InputStream in;
    private final OutputStream out;
    private final Answers answers;
    private final byte[] buffer = new byte[BLOCK];
    private int filled;

    HttpTalk(Socket socket) throws IOException {
        this(socket, (path, close) -> close ? LAST : KEPT);
    }

    public HttpTalk(Socket socket, Answers answers) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.answers = answers;
    }

    /** Until the client closes, or asks to. */
    public void serve() throws IOException {
        for (int end = head(); end >= 0; end = head()) {
            String head = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
            boolean close = head.contains("onnection: close") || head.contains("/1.0") && !head.contains("keep-alive");
            skipBody(end, length(head));
            answer(head.charAt(head.indexOf('/') + 1), close);
            if (close) {
                return;
            }
        }
    }

    private void answer(char path, boolean close) throws IOException {
        if (path == 'd') {
            out.write(LARGE_HEAD);
            blocks(ZEROS);
        } else if (path == 'c') {
            out.write(CHUNKED_HEAD);
            blocks(CHUNK);
            out.write(LAST_CHUNK);
        } else {
            out.write(answers.to(path, close));
        }
    }

    private void blocks(byte[] block) throws IOException {
        for (int i = 0; i < LARGE / BLOCK; i++) {
            out.write(block);
        }
    }

    /** Returns where it ends; -1: the client has closed. */
    private int head() throws IOException {
        for (int i = 0; true; ) {
            for (; i + 3 < filled; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    return i + 4;
                }
            }
            int got = in.read(buffer, filled, buffer.length - filled);
            if (got < 0) {
                return -1;
            }
            filled += got;
        }
    }

    private void skipBody(int head, long length) throws IOException {
        long left = length - (filled - head);
        filled = 0;
        while (left > 0) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (got < 0) {
                throw new IOException("the client closed within its request");
            }
            left -= got;
        }
    }

    static int smallAnswer() {
        return KEPT.length;
    }

    private static long length(String head) {
        int at = Math.max(head.indexOf("ontent-Length: "), head.indexOf("ontent-length: ")); // HAProxy has it so
        return at < 0 ? 0 : Long.parseLong(head.substring(at + 15, head.indexOf('\r', at)));
    }

    static byte[] smallBody() {
        return bytes(new String(new char[SMALL]).replace('\0', 'x'));
    }

    private static byte[] small(String connection) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + SMALL + "\r\nConnection: "
                + connection + "\r\n\r\n" + new String(smallBody(), StandardCharsets.ISO_8859_1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is not large, made beforehand. */
    public interface Answers {
        /**
         * @param path the first letter
         * @param close the client wants no further one on this connection
         */
        byte[] to(char path, boolean close);
    }
}
