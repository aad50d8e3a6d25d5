package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.RawTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket that gets a used connection is none of the kernel's business, as strace shows it. */
@OnEveryJdk
@BesideOthers
class NoSpareSocketIT {
    private static final int FEW = 5;
    private static final int MANY = 50;

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "connect"})
    void fortyFiveRequestsMoreTakeNoSocketMore(String how) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
        assertThat(sockets(how, MANY)).isEqualTo(sockets(how, FEW));
    }

    private long sockets(String how, int requests) throws IOException {
        Path trace = directory.resolve("trace-" + requests);
        try (Site site = ServerJvm.site()) {
            FinishedJvm finished = AgentJvm.on(jdk)
                    .agent()
                    .under("strace", "-f", "-qq", "-e", "trace=socket", "-o", trace.toString())
                    .run(RawTimes.class, how, site.url("body=10"), String.valueOf(requests));
            assertThat(finished.out()).containsExactly("connections [1]");
            List<String> calls = Files.readAllLines(trace);
            return calls.stream()
                    .filter(call -> call.contains("socket(AF_INET"))
                    .count();
        }
    }
}
