package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Finish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What a recording of Java Flight Recorder has of the pool, and what it costs those who make none. */
@OnEveryJdkAtOnce
class FlightRecorderIT {
    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void aRecordingFromTheStartAgreesWithTheServer() throws Exception {
        try (Site warmUp = ServerJvm.site();
                Site http = ServerJvm.site();
                Site https = ServerJvm.https();
                Site raw = ServerJvm.site();
                Site retried = ServerJvm.site()) {
            Path file = directory.resolve("from-the-start.jfr");
            ClientJvm client = recorded(file, "maxSockets=3").client();
            FlightRecording.awaitNoticed(client, warmUp);
            load(client, Ask.of(http, "body=100").finish(Finish.DISCONNECT), 8, 400);
            load(client, Ask.of(http, "body=100&close"), 2, 20);
            load(client, Ask.of(https, "body=100"), 4, 100);
            load(client, Ask.of(raw, "body=100").with("raw", true), 2, 100);
            load(client, Ask.of(retried, "drop=reused"), 1, 5);
            int open = retried.tally().open();
            finish(client);
            FlightRecording recording = FlightRecording.in(file);
            assertAgree(recording.about(http), http.tally());
            assertThat(recording.about(http).requests()).isEqualTo(420);
            assertThat(recording.about(http).all("Handshake")).isEmpty();
            assertWaited(recording.about(http));
            assertAgree(recording.about(https), https.tally());
            assertThat(recording.about(https).all("Handshake"))
                    .hasSize(https.tally().accepted())
                    .allMatch(event -> event.getDuration().compareTo(Duration.ZERO) > 0);
            assertAgree(recording.about(raw), raw.tally());
            // the JDK closes and connects on its own when it sends once more
            assertThat(recording.about(retried).all("Take")).hasSize(5);
            assertThat(recording.about(retried).all("Connect"))
                    .hasSize(retried.tally().accepted())
                    .anyMatch(event -> event.getBoolean("reopened"));
            assertThat(recording.about(retried).all("End"))
                    .hasSize(retried.tally().accepted() - open);
            assertThat(jfr("summary", file)).contains("io.kaagent.Take", "io.kaagent.End");
        }
    }

    @Test
    void oneThatIsStartedLaterDoesToo() throws Exception {
        try (Site before = ServerJvm.site();
                Site http = ServerJvm.site()) {
            Path log = directory.resolve("classes.log");
            Path file = directory.resolve("later.jfr");
            ClientJvm client = loggingClasses(log).agent().client();
            load(client, Ask.of(before, "body=100"), 4, 100);
            assertThat(classesOfJfr(log)).isEmpty();
            run("jcmd", String.valueOf(client.jvm().pid()), "JFR.start", "filename=" + file, "dumponexit=true");
            FlightRecording.awaitNoticed(client, before);
            load(client, Ask.of(http, "body=100").finish(Finish.DISCONNECT), 4, 200);
            finish(client);
            assertAgree(FlightRecording.in(file).about(http), http.tally());
        }
    }

    @Test
    void itIsLeftOutIfAskedTo() {
        try (Site site = ServerJvm.site()) {
            Path file = directory.resolve("without.jfr");
            ClientJvm client = recorded(file, "jfr=false").client();
            load(client, Ask.of(site, "body=100"), 2, 20);
            assertThat(client.tell("recorded").get("events")).isEmpty();
            finish(client);
            assertThat(FlightRecording.in(file).events()).isEmpty();
        }
    }

    private static void assertAgree(FlightRecording recording, Tally server) {
        List<RecordedEvent> takes = recording.all("Take");
        List<RecordedEvent> connects = recording.all("Connect");
        assertThat(takes).hasSameSizeAs(server.arrivals());
        assertThat(connects).hasSize(server.accepted()).allMatch(event -> event.getBoolean("succeeded"));
        assertThat(connects).allMatch(event -> event.getStackTrace() != null);
        assertThat(takes).allMatch(event -> event.getStackTrace() == null);
        // each phase before a request is there once, and only where it was gone through
        Map<Boolean, List<Long>> connections = takes.stream()
                .collect(Collectors.partitioningBy(
                        event -> event.getBoolean("reused"),
                        Collectors.mapping(event -> event.getLong("connection"), Collectors.toList())));
        assertThat(connections.get(false))
                .containsExactlyInAnyOrderElementsOf(connects.stream()
                        .map(event -> event.getLong("connection"))
                        .toList());
        assertThat(connections.get(false)).containsAll(connections.get(true));
        // and in the end each was given back, or closed by its owner
        long closed = recording.all("End").stream()
                .filter(event -> event.getString("reason").equals("CLOSED_BY_OWNER"))
                .count();
        assertThat(recording.all("GiveBack").size() + closed).isEqualTo(takes.size());
    }

    private static void assertWaited(FlightRecording recording) {
        assertThat(recording.all("Take"))
                .allMatch(event -> event.getDuration("waited").isZero()
                        == event.getDuration().isZero())
                .anyMatch(event -> !event.getDuration().isZero());
    }

    private AgentJvm recorded(Path file, String agentArgument) {
        return AgentJvm.on(jdk)
                .agent(agentArgument)
                .option("-XX:StartFlightRecording=dumponexit=true,filename=" + file);
    }

    private AgentJvm loggingClasses(Path log) {
        AgentJvm jvm = AgentJvm.on(jdk);
        return jdk.isAtLeast(9)
                ? jvm.option("-Xlog:class+load:file=" + log)
                : jvm.option("-XX:+UnlockDiagnosticVMOptions")
                        .option("-XX:+TraceClassLoading")
                        .option("-XX:+LogVMOutput")
                        .option("-XX:-DisplayVMOutput")
                        .option("-XX:LogFile=" + log);
    }

    /** Those of JFR, but for one that the JVM of JDK 8 loads by itself as it starts. */
    private static List<String> classesOfJfr(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).anyMatch(line -> line.contains("io.kaagent.it.child.LegacyClient"));
        return lines.stream()
                .filter(line -> line.contains("jdk.jfr."))
                .filter(line -> !line.contains("jdk.jfr.internal.EventWriter "))
                .toList();
    }

    private static void load(ClientJvm client, Ask ask, int threads, int requests) {
        assertThat(client.load(ask, threads, requests)).isEqualTo(Loaded.allRight(requests));
    }

    /** JFR itself says on standard output what it does. */
    private static void finish(ClientJvm client) {
        FinishedJvm finished = client.finish();
        assertThat(finished.exit()).isZero();
        assertThat(String.join("\n", finished.err())).matches(BuiltJar.startLine());
    }

    private String jfr(String command, Path file) throws Exception {
        return run("jfr", command, file.toString());
    }

    private String run(String tool, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(jdk.tool(tool)), Arrays.stream(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
