import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * The table of the README: 1 000 requests of each shape, without and with the agent, each client in a JVM of its own.
 *
 *     java docs/numbers/Numbers.java                 after demo-app/run or mvn verify has built agent/target/ka-agent.jar
 *     java docs/numbers/Numbers.java -Dka.maxSockets=5     what follows is given to the clients that have the agent
 */
public class Numbers {
    private static final String[][] SHAPES = {
        // name, threads, what the server does, what the client does besides
        {"http, read and closed", "1", "http", "close"},
        {"http, read, disconnect()", "1", "http", "disconnect"},
        {"http, chunked, read, disconnect()", "1", "http/chunked", "disconnect"},
        {"http, not read, disconnect()", "1", "http", "unread"},
        {"https, read and closed", "1", "https", "close"},
        {"https, read, disconnect()", "1", "https", "disconnect"},
        {"http, 50 bursts of 20 threads", "20", "http", "burst"},
        {"http, streaming PUT, server drops idle", "25", "http/idle", "put"},
    };
    private static final int REQUESTS = 1000;
    private static final int ROUNDS = 5;
    private static final int RATE_MILLIS = 2000;
    private static final int PAUSE_MILLIS = 150;
    private static final AtomicInteger ACCEPTED = new AtomicInteger();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("client")) {
            client(arguments[1], Integer.parseInt(arguments[2]), arguments[3]);
            System.exit(0);
        }
        List<String> agent = new ArrayList<>(List.of("-javaagent:agent/target/ka-agent.jar"));
        agent.addAll(Arrays.asList(arguments));
        Path keys = keys();
        int http = serve(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        System.setProperty("javax.net.ssl.keyStore", keys.toString());
        System.setProperty("javax.net.ssl.keyStorePassword", "numbers");
        int https =
                serve(SSLServerSocketFactory.getDefault().createServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        System.out.println("JDK " + System.getProperty("java.version") + ", " + REQUESTS + " requests each");
        System.out.println(
                "connections opened / requests failed or answered wrongly; requests a second, with over without");
        System.out.printf("%-40s %14s %14s   %s%n", "", "without", "with", "median of " + ROUNDS);
        for (String[] shape : SHAPES) {
            String url = (shape[2].startsWith("https") ? "https://localhost:" + https : "http://localhost:" + http)
                    + shape[2].replaceFirst("^https?", "") + "/";
            long[][] results = new long[2 * ROUNDS][];
            for (int i = 0; i < results.length; i++) {
                results[i] = run(i % 2 == 0 ? List.of() : agent, keys, url, shape);
            }
            double[] ratios = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                ratios[i] = results[2 * i + 1][2] / (double) results[2 * i][2];
            }
            Arrays.sort(ratios);
            String rate = shape[1].equals("1")
                    ? String.format("%.2f (%.2f-%.2f)", ratios[ROUNDS / 2], ratios[0], ratios[ROUNDS - 1])
                    : "";
            System.out.printf("%-40s %14s %14s   %s%n", shape[0], range(results, 0), range(results, 1), rate);
        }
        System.exit(0);
    }

    /** Over the rounds, least to most. */
    private static String range(long[][] results, int first) {
        long[] sorted = new long[ROUNDS];
        long bad = 0;
        for (int i = 0; i < ROUNDS; i++) {
            sorted[i] = results[2 * i + first][0];
            bad = Math.max(bad, results[2 * i + first][1]);
        }
        Arrays.sort(sorted);
        boolean same = sorted[0] == sorted[ROUNDS - 1];
        return (same ? "" + sorted[0] : sorted[0] + "-" + sorted[ROUNDS - 1]) + " / " + bad;
    }

    /** Connections, wrong or failed answers, requests a second when warm. */
    private static long[] run(List<String> agent, Path keys, String url, String[] shape) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(agent);
        command.addAll(List.of("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=numbers"));
        command.addAll(List.of("docs/numbers/Numbers.java", "client", url, shape[1], shape[3]));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int before = ACCEPTED.get();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            long bad = Long.parseLong(out.readLine());
            int connections = ACCEPTED.get() - before;
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return new long[] {connections, bad, Long.parseLong(out.readLine())};
        } finally {
            process.waitFor();
        }
    }

    private static void client(String url, int threads, String kind) throws Exception {
        AtomicInteger bad = new AtomicInteger();
        CyclicBarrier burst = new CyclicBarrier(threads);
        List<Callable<Void>> loops = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            loops.add(() -> {
                for (int i = 0; i < REQUESTS / threads; i++) {
                    if (!isRight(url + thread + "." + i, kind)) {
                        bad.incrementAndGet();
                    }
                    pause(kind, burst);
                }
                return null;
            });
        }
        THREADS.invokeAll(loops);
        System.out.println(bad);
        System.in.read();
        if (threads == 1) {
            requestsASecond(url, kind); // warm-up
            System.out.println(requestsASecond(url, kind));
        } else {
            System.out.println(1);
        }
    }

    private static long requestsASecond(String url, String kind) {
        long start = System.nanoTime();
        int count = 0;
        for (; System.nanoTime() - start < RATE_MILLIS * 1_000_000L; count++) {
            isRight(url + "r", kind);
        }
        return count * 1000L / RATE_MILLIS;
    }

    private static boolean isRight(String url, String kind) {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
            if (kind.equals("put")) {
                connection.setRequestMethod("PUT");
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(4);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write("body".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (kind.equals("unread")) {
                connection.getResponseCode();
                connection.disconnect();
                return true;
            }
            InputStream in = connection.getInputStream();
            String body = new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
            if (kind.equals("disconnect")) {
                connection.disconnect();
            } else {
                in.close();
            }
            return url.endsWith(body);
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause(String kind, CyclicBarrier burst) throws Exception {
        if (kind.equals("burst")) {
            burst.await();
        } else if (kind.equals("put")) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static int serve(ServerSocket server) {
        THREADS.submit(() -> {
            while (true) {
                Socket socket = server.accept();
                ACCEPTED.incrementAndGet();
                THREADS.submit(() -> answer(socket));
            }
        });
        return server.getLocalPort();
    }

    /** Until the client closes, or is idle for too long. */
    private static Void answer(Socket socket) throws IOException {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                boolean body = false;
                for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                    body |= header.equals("Content-Length: 4");
                }
                in.skip(body ? 4 : 0);
                String path = request.split(" ")[1];
                out.write(response(path, path.substring(path.lastIndexOf('/'))));
                socket.setSoTimeout(path.startsWith("/idle") ? 100 : 0);
            }
            return null;
        }
    }

    private static byte[] response(String path, String id) {
        String body = String.format("%-1000s", id);
        String framed = path.startsWith("/chunked")
                ? "Transfer-Encoding: chunked\r\n\r\n3e8\r\n" + body + "\r\n0\r\n\r\n"
                : "Content-Length: 1000\r\n\r\n" + body;
        return ("HTTP/1.1 200 OK\r\n" + framed).getBytes(StandardCharsets.US_ASCII);
    }

    private static Path keys() throws Exception {
        Path directory = Files.createTempDirectory("numbers");
        Path keys = directory.resolve("keys.p12");
        String keytool = System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool";
        new ProcessBuilder((keytool
                                + " -genkeypair -alias server -keyalg RSA -keysize 2048 -dname CN=localhost -ext SAN=dns:localhost"
                                + " -storetype PKCS12 -storepass numbers -keystore " + keys)
                        .split(" "))
                .inheritIO()
                .start()
                .waitFor();
        keys.toFile().deleteOnExit();
        directory.toFile().deleteOnExit();
        return keys;
    }
}
