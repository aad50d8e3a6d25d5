package io.kaagent.benchmark.start;

import com.sun.net.httpserver.HttpServer;
import io.kaagent.benchmark.Jdk;
import io.kaagent.benchmark.RoundsOnJdks;
import io.kaagent.benchmark.results.Results;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a start costs with the agent, against one with an agent that does nothing: JVMs of all {@linkplain Kind kinds} in turn, in rounds.
 *
 * <pre>
 * StartBenchmark [--jdk HOME] [--rounds 20]
 * </pre>
 *
 * Exit code 1: with the agent a start takes 100 ms of CPU more than with the empty one, or longer, on JDK 17.
 */
public final class StartBenchmark {
    private static final File AGENT = new File("agent/target/ka-agent.jar").getAbsoluteFile();
    private static final double TARGET_MILLIS = 100;
    private static final int TARGET_JDK = 17;

    private final Results results = new Results("start", "What a start costs");
    private final RoundsOnJdks wanted;

    private StartBenchmark(RoundsOnJdks wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new StartBenchmark(new RoundsOnJdks(arguments, 20)).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        Path directory = Files.createTempDirectory("start");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[2]);
            exchange.close();
        });
        server.start();
        try {
            return measure(directory, "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        } finally {
            server.stop(0);
            delete(directory);
        }
    }

    private boolean measure(Path directory, String url) throws IOException {
        File applications = Applications.jar(directory);
        results.setting("ka-agent.jar", AGENT.length() / 1024 + " KB");
        results.setting("rounds", wanted.rounds + ", a start of each kind in each");
        boolean reached = true;
        List<Starts> all = new ArrayList<>();
        for (File home : wanted.jdks) {
            Jdk jdk = new Jdk(home);
            results.setting("JDK " + jdk.release, jdk.version);
            Launch launch = new Launch(jdk, applications, AGENT, url, directory);
            launch.makeArchives();
            Starts starts = new Starts(jdk, launch);
            starts.run(wanted.rounds);
            System.out.println("JDK " + jdk.version + ": " + Math.round(starts.more(Kind.AGENT))
                    + " ms of CPU more than with an agent that does nothing");
            reached &= jdk.release != TARGET_JDK || starts.more(Kind.AGENT) <= TARGET_MILLIS;
            all.add(starts);
        }
        Tables.of(all, results);
        results.write();
        return reached;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> file.toFile().delete());
        }
        Files.delete(directory);
    }
}
