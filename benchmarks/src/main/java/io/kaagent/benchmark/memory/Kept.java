package io.kaagent.benchmark.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/**
 * An application that comes to have very many free connections, {@value #OF_EACH} to each of its servers, which are addresses of the
 * loopback network. For each line with a number it opens as many in all, and prints what it takes then.
 */
public final class Kept {
    static final int OF_EACH = 10;

    private static final int COLLECTIONS = 3;
    private static final String RESIDENT = "VmRSS:";

    private final Keeper keeper;
    private final int port;
    private final List<Socket> open = new ArrayList<>();
    private int servers;

    private Kept(Keeper keeper, int port) {
        this.keeper = keeper;
        this.port = port;
    }

    /** Given the name of a {@link Keeper} and the port of {@link Answers}. */
    public static void main(String[] arguments) throws IOException {
        Kept kept = new Kept(Keeper.valueOf(arguments[0]), Integer.parseInt(arguments[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, "US-ASCII"));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            kept.open(Integer.parseInt(line));
            System.out.println(heapBytes() + " " + residentBytes());
        }
    }

    private void open(int connections) throws IOException {
        while (servers * OF_EACH < connections) {
            String host = "127.1." + servers / 250 + "." + (servers % 250 + 1);
            if (keeper.asksByUrl()) {
                byUrl(new URL("http://" + host + ":" + port + "/"));
            } else {
                bySocket(host);
            }
            servers++;
        }
    }

    private static void byUrl(URL url) throws IOException {
        List<InputStream> answers = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            answers.add(connection.getInputStream()); // unread: the next one needs a connection of its own
        }
        for (InputStream answer : answers) {
            readToTheEnd(answer);
            answer.close();
        }
    }

    private void bySocket(String host) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            Socket socket = new Socket(host, port);
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        for (Socket socket : sockets) {
            readAnswer(socket.getInputStream());
            if (keeper.byAgent) {
                socket.close();
            } else {
                open.add(socket);
            }
        }
    }

    private static void readToTheEnd(InputStream answer) throws IOException {
        byte[] bytes = new byte[64];
        while (answer.read(bytes) >= 0) {
            // is not looked at
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        byte[] bytes = new byte[1024];
        String got = "";
        while (!got.endsWith("hello")) {
            got += new String(bytes, 0, in.read(bytes), StandardCharsets.US_ASCII);
        }
    }

    private static long heapBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
            if (line.startsWith(RESIDENT)) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IOException("no " + RESIDENT);
    }
}
