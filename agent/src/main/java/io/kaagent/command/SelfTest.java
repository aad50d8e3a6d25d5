package io.kaagent.command;

import io.kaagent.start.Version;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code selftest}: would the agent work here? Starts the same Java with the agent, which makes requests as old applications do to a
 * server in this JVM, and tells on how many connections they came.
 */
final class SelfTest {
    private static final int REQUESTS = 10;
    private static final long LIMIT_SECONDS = 60;

    private SelfTest() {}

    static void run(Arguments arguments) throws Refusal {
        arguments.end();
        System.out.println("ka-agent " + Version.CURRENT + " on JDK " + System.getProperty("java.version") + ", "
                + System.getProperty("java.vendor") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        try (SelfTestServer urls = new SelfTestServer();
                SelfTestServer sockets = new SelfTestServer()) {
            List<String> said = requests(urls.port(), sockets.port());
            boolean works = works("HttpURLConnection", urls, 1) & works("raw Socket", sockets, 2);
            for (String line : said) {
                System.out.println("  " + line);
            }
            if (!works) {
                throw Refusal.failed("the agent does not pool on this JDK");
            }
            System.out.println("The agent works on this JDK.");
        } catch (IOException e) {
            throw Refusal.failed("the self-test could not be run: " + e);
        } catch (InterruptedException e) {
            throw Refusal.failed("the self-test was interrupted");
        }
    }

    /** @param most connections; a raw socket's first request to a server goes out as it is, and may ask to close */
    private static boolean works(String client, SelfTestServer server, int most) {
        int requests = server.requests();
        int connections = server.connections();
        boolean works = requests == REQUESTS && connections <= most;
        System.out.println("  " + (works ? "ok     " : "FAILED ") + client + ": " + requests + " of " + REQUESTS
                + " requests came, on " + connections + (connections == 1 ? " connection" : " connections"));
        return works;
    }

    /** What the other JVM has said when it has ended. */
    private static List<String> requests(int urlPort, int socketPort)
            throws IOException, InterruptedException, Refusal {
        File said = File.createTempFile("ka-agent", ".txt");
        try {
            String java = new File(System.getProperty("java.home"), "bin/java").getPath();
            ProcessBuilder builder = new ProcessBuilder(
                    java,
                    "-javaagent:" + OwnJar.file(),
                    "-cp",
                    OwnJar.file().getPath(),
                    SelfTestRequests.class.getName(),
                    String.valueOf(REQUESTS),
                    String.valueOf(urlPort),
                    String.valueOf(socketPort));
            withoutOptions(builder.environment());
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(said).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw Refusal.failed("the self-test did not end within " + LIMIT_SECONDS + " s");
            }
            return Files.readAllLines(said.toPath(), Charset.defaultCharset());
        } finally {
            Files.delete(said.toPath());
        }
    }

    /** They may name an agent already. */
    private static void withoutOptions(Map<String, String> environment) {
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.remove("_JAVA_OPTIONS");
        environment.remove("JDK_JAVA_OPTIONS");
    }
}
