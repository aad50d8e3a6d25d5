package io.kaagent.it.child.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Prints, for each kind of reading and writing, the bytes that a call allocates; and how many connections it needed. */
public final class AllocatingClient {
    private static final String HOST = "Host: localhost\r\n";

    private final byte[] buffer = new byte[AnsweringServer.PIECE];
    private final AnsweringServer server = new AnsweringServer();

    private AllocatingClient() throws IOException {}

    public static void main(String[] arguments) throws IOException {
        new AllocatingClient().run();
    }

    private void run() throws IOException {
        toTheEnd();
        toTheEnd();
        tell("connections", server.accepted()); // 2 if all but the first were followed to their end
        requests();
        reads("read", "/length", HOST);
        reads("chunked", "/chunked", HOST);
        byteReads();
        writes("write", AnsweringServer.PIECE);
        writes("byteWrite", 1);
        toTheEnd();
        reads("closed", "/length", HOST + "Connection: close\r\n");
        System.exit(0);
    }

    private void requests() throws IOException {
        byte[] request = head("GET /small", HOST);
        try (Socket socket = connect()) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            tell("request", Allocation.of(() -> {
                out.write(request);
                skip(in, AnsweringServer.SMALL_ANSWER);
            }));
        }
    }

    private void reads(String kind, String path, String fields) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("GET " + path, fields));
            InputStream in = socket.getInputStream();
            skip(in, 10);
            tell(kind, Allocation.of(() -> read(in)));
        }
    }

    private void byteReads() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head("GET /length", HOST));
            InputStream in = socket.getInputStream();
            skip(in, 10);
            tell("byteRead", Allocation.of(() -> {
                if (in.read() < 0) {
                    throw new IOException("the end");
                }
            }));
        }
    }

    private void writes(String kind, int size) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head("PUT /small", HOST + "Content-Length: " + AnsweringServer.ENDLESS + "\r\n"));
            tell(kind, Allocation.of(size == 1 ? () -> out.write('b') : () -> out.write(buffer, 0, size)));
        }
    }

    /** The first request that wants close tells how this server answers it, and the next is answered alike. */
    private void toTheEnd() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(head("GET /small", HOST + "Connection: close\r\n"));
                while (socket.getInputStream().read(buffer) >= 0) {
                    continue;
                }
            }
        }
    }

    private int read(InputStream in) throws IOException {
        int got = in.read(buffer);
        if (got < 0) {
            throw new IOException("the end");
        }
        return got;
    }

    private void skip(InputStream in, int length) throws IOException {
        for (int left = length; left > 0; ) {
            int got = in.read(buffer, 0, Math.min(left, buffer.length));
            if (got < 0) {
                throw new IOException("the end, " + left + " bytes too early");
            }
            left -= got;
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static byte[] head(String line, String fields) {
        return (line + " HTTP/1.1\r\n" + fields + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void tell(String kind, double bytes) {
        System.out.println(kind + " " + bytes);
    }
}
