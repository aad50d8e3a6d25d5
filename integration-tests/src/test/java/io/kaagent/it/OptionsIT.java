package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Where options come from, and what becomes of bad ones. */
@OnEveryJdk
class OptionsIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void theArgumentWinsOverTheFileAndThePropertyOverTheArgument() throws IOException {
        Path file = Files.writeString(directory.resolve("ka.properties"), "maxSockets=1\n");
        assertLimit(AgentJvm.on(jdk).agent().property("ka.config", file), 1);
        assertLimit(AgentJvm.on(jdk).agent("config=" + file + ",maxSockets=2"), 2);
        assertLimit(AgentJvm.on(jdk).agent("config=" + file + ",maxSockets=2").property("ka.maxSockets", 3), 3);
    }

    @Test
    void anOriginsOwnOptionWinsOverTheGlobalOne() throws IOException {
        try (Site site = ServerJvm.siteLimitedTo(2, 2)) {
            String key = "ka.origin.*.0.0.1:" + site.ports().get(1) + ".maxSockets=2\n";
            Path file = Files.writeString(directory.resolve("ka.properties"), "ka.maxSockets=4\n" + key);
            try (ClientJvm client = AgentJvm.on(jdk).agent("config=" + file).client()) {
                client.load(Ask.of(site, site.ports().get(1), "delay=20"), 8, 24);
                assertThat(site.tally().mostOpen()).isEqualTo(2);
            }
        }
    }

    @Test
    void badOnesAreReportedOneByOneAndTheApplicationRuns() {
        FinishedJvm finished = AgentJvm.on(jdk)
                .agent("maxSockets=five,schedulin=fifo")
                .property("ka.maxFreeSockets", -1)
                .run(Hello.class);
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).containsExactly("hello");
        assertThat(finished.err()).filteredOn(line -> line.contains("WARN")).hasSize(3);
        assertReported(finished.err(), "maxSockets=five", "allowed", "Infinity");
        assertReported(finished.err(), "schedulin", "scheduling");
        assertReported(finished.err(), "maxFreeSockets=-1", "allowed");
        assertThat(finished.err())
                .filteredOn(line -> line.matches(BuiltJar.startLine()))
                .hasSize(1);
    }

    @Test
    void anUnreadableFileIsReportedAndTheApplicationRuns() {
        Path missing = directory.resolve("missing.properties");
        FinishedJvm finished = AgentJvm.on(jdk).agent("config=" + missing).run(Hello.class);
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).containsExactly("hello");
        assertReported(finished.err(), "WARN", missing.toString());
        assertThat(finished.err())
                .filteredOn(line -> line.matches(BuiltJar.startLine()))
                .hasSize(1);
    }

    private static void assertReported(List<String> err, String... words) {
        assertThat(err)
                .anySatisfy(line -> assertThat(line).startsWith("ka-agent").contains(words));
    }

    /** Eight callers open so many connections. */
    private static void assertLimit(AgentJvm jvm, int limit) {
        try (Site site = ServerJvm.siteLimitedTo(limit);
                ClientJvm client = jvm.client()) {
            assertThat(client.load(Ask.of(site, "delay=20"), 8, 24)).isEqualTo(Loaded.allRight(24));
            assertThat(site.tally().mostOpen()).isEqualTo(limit);
        }
    }
}
