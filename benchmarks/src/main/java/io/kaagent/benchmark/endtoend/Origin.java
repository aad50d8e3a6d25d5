package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.HttpTalk;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;

/**
 * The server: a kept thread for each connection and answers made beforehand, so that as much as can be of what is measured is the client's; plain and over
 * TLS, on all addresses of its host.
 */
public final class Origin {
    private static final int BACKLOG = 1024;
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong handshakes = new AtomicLong();
    private final byte[][][] answers = new byte[128][2][];

    private Origin() {
        for (char path : new char[] {'g', 'e', 'p'}) {
            answers[path][0] = answer(path, "keep-alive");
            answers[path][1] = answer(path, "close");
        }
    }

    /** Prints its two ports, then for each line it reads what there was so far: connections, handshakes, CPU time. */
    public static void main(String[] arguments) throws IOException {
        Origin origin = new Origin();
        int plain = origin.listen(ServerSocketFactory.getDefault());
        int tls = origin.listen(SSLServerSocketFactory.getDefault());
        System.out.println(plain + " " + tls);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
        while (in.readLine() != null) {
            System.out.println(origin.accepted + " " + origin.handshakes + " " + PROCESS.getProcessCpuTime());
        }
        System.exit(0);
    }

    private int listen(ServerSocketFactory factory) throws IOException {
        ServerSocket server = factory.createServerSocket(0, BACKLOG);
        threads.execute(() -> accept(server));
        return server.getLocalPort();
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (Socket closed = socket) {
            closed.setTcpNoDelay(true);
            if (closed instanceof SSLSocket) {
                ((SSLSocket) closed).startHandshake();
                handshakes.incrementAndGet();
            }
            new HttpTalk(closed, (path, close) -> answers[path][close ? 1 : 0]).serve();
        } catch (IOException e) {
            // a client that gives up a connection it has not used is none of ours; one that wants its answer will say
            // so
        }
    }

    private static byte[] answer(char path, String connection) {
        String head = "HTTP/1.1 " + (path == 'e' ? "500 Internal Server Error" : "200 OK") + "\r\nContent-Type: "
                + (path == 'p' ? Task.SOAP_TYPE : "text/plain") + "\r\nContent-Length: " + Task.LENGTH
                + "\r\nConnection: " + connection + "\r\n\r\n";
        byte[] ascii = head.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(ascii, 0, ascii.length);
        answer.write(Task.body(path), 0, Task.LENGTH);
        return answer.toByteArray();
    }
}
