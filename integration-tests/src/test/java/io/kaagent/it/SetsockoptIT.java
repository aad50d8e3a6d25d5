package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Rule 28, as strace shows it: the kernel tells of no probe interval and no probe count. */
@OnEveryJdk
@BesideOthers
class SetsockoptIT {
    private static final Pattern CALL = Pattern.compile("setsockopt\\((\\d+), \\w+, (\\w+), \\[(\\d+)], 4\\) += 0");

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void theThreeTimesAreSetOnEachPooledConnection() throws IOException {
        assertThat(optionsOfTheConnection(""))
                .contains("SO_KEEPALIVE 1", "TCP_KEEPIDLE 1", "TCP_KEEPINTVL 1", "TCP_KEEPCNT 10", "TCP_NODELAY 1");
    }

    @Test
    void theThreeTimesAreThoseOfTheOptions() throws IOException {
        assertThat(optionsOfTheConnection("keepAliveMsecs=20000,tcpKeepAliveInterval=3000,tcpKeepAliveCount=4"))
                .contains("SO_KEEPALIVE 1", "TCP_KEEPIDLE 20", "TCP_KEEPINTVL 3", "TCP_KEEPCNT 4");
    }

    @Test
    void aTimeBelowOneSecondIsRoundedUp() throws IOException {
        assertThat(optionsOfTheConnection("keepAliveMsecs=1,tcpKeepAliveInterval=500"))
                .contains("TCP_KEEPIDLE 1", "TCP_KEEPINTVL 1");
    }

    /** "option value" of each call on the socket after its connect. */
    private List<String> optionsOfTheConnection(String agentArgument) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
        Path trace = directory.resolve("trace");
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = AgentJvm.on(jdk)
                    .agent(agentArgument)
                    .under("strace", "-f", "-qq", "-e", "trace=connect,setsockopt", "-o", trace.toString())
                    .run(Hello.class, site.url("body=10"));
            assertThat(finished.out()).containsExactly("hello", "connection 1, connection 1");
            return optionsAfterConnect(Files.readAllLines(trace), site.port());
        }
    }

    private static List<String> optionsAfterConnect(List<String> trace, int port) {
        List<String> options = new ArrayList<>();
        String socket = null;
        for (String line : trace) {
            if (line.contains("connect(") && line.contains("htons(" + port + ")")) {
                socket = line.replaceFirst(".*connect\\((\\d+),.*", "$1");
            }
            Matcher call = CALL.matcher(line);
            if (call.find() && call.group(1).equals(socket)) {
                options.add(call.group(2) + " " + call.group(3));
            }
        }
        return options;
    }
}
