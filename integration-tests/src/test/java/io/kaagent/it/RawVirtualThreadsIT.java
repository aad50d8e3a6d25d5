package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEveryJdk
class RawVirtualThreadsIT {
    private static final int THREADS = 200;
    private static final int REQUESTS = 2_000;

    /**
     * What the flight recorder says of a critical section, {@code freeze_pinned_cs} of HotSpot's {@code freeze_result}. The JVM itself is in one for a
     * moment, and java.base by its internal {@code Continuation.pin}, as where one virtual thread wakes another; the agent never asks for any. A
     * monitor would be 4, and a native frame is told by its name.
     */
    private static final String CRITICAL_SECTION = "Freeze or preempt failed (2)";

    @Parameter
    Jdk jdk;

    @TempDir
    Path directory;

    @Test
    void shareFewConnectionsAndDoNotHoldTheirCarriers() {
        assumeTrue(jdk.isAtLeast(21), "virtual threads are of JDK 21");
        Path recording = directory.resolve("recording.jfr");
        AgentJvm jvm = AgentJvm.on(jdk).agent("maxSockets=20").property("jdk.tracePinnedThreads", "full");
        if (jdk.isAtLeast(24)) {
            jvm.option("-Xlog:jfr+startup=off")
                    .option("-XX:StartFlightRecording:filename=" + recording
                            + ",jdk.VirtualThreadPinned#threshold=0ms");
        }
        try (Site site = ServerJvm.siteLimitedTo(20)) {
            ClientJvm client = jvm.client();
            Ask ask = Ask.of(site, "delay=1").with("raw", true).with("virtual", true);
            assertThat(client.load(ask, 1, 2)).as("classes are initialized").isEqualTo(Loaded.allRight(2));
            assertThat(client.load(ask, THREADS, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            assertThat(site.tally().mostOpen()).isLessThanOrEqualTo(20);
            assertThat(site.tally().repeated()).isEmpty();
            FinishedJvm finished = client.finish();
            assertThat(String.join("\n", finished.errWithoutWaits())).matches(BuiltJar.startLine());
            assertThat(jdk.isAtLeast(24) ? recorded(recording) : printed(finished.out()))
                    .isEmpty();
        }
    }

    @Test
    void areInterruptedAsOnAPlainSocket() {
        assumeTrue(jdk.isAtLeast(21), "virtual threads are of JDK 21");
        try (Site site = ServerJvm.site();
                ClientJvm plain = AgentJvm.on(jdk).client();
                ClientJvm client = AgentJvm.on(jdk).agent().client()) {
            Outcome expected = interruptedRead(plain, site);
            assertThat(interruptedRead(client, site)).isEqualTo(expected);
            assertThat(interruptedRead(client, site)).isEqualTo(expected);
            assertThat(site.tally().accepted()).isEqualTo(2 + 2);
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    /** On a connection that was used before, if there is one. */
    private static Outcome interruptedRead(ClientJvm client, Site site) {
        int arrived = site.tally().arrivals().size();
        Ask before = Ask.of(site, "body=10").id("before" + arrived).with("raw", true);
        assertThat(client.exchange(before).right()).isTrue();
        AppSocket socket = AppSocket.connected(client, site.port());
        socket.say("GET /?hold&id=held" + arrived + " HTTP/1.1\r\nHost: a\r\n\r\n");
        site.awaitArrivals(arrived + 2);
        Outcome outcome = socket.readInterrupted();
        socket.close();
        site.release(1);
        return outcome;
    }

    /**
     * What JDK 21 tells of threads that could not leave their carrier, a stack each. {@code Socket.close()} holds a monitor there, and the
     * pool's lock may be taken for a moment.
     */
    private static List<String> printed(List<String> lines) {
        return Stream.of(String.join("\n", lines).split("\n(?=\\S)"))
                .filter(stack -> !stack.isEmpty() && !stack.contains("io.kaagent.pool.Gate.enter"))
                .toList();
    }

    /** What later ones tell the flight recorder: the reasons, but for the JDK's own class, which is initialized once, and its own sections. */
    private List<String> recorded(Path recording) {
        try {
            Process jfr = new ProcessBuilder(
                            jdk.tool("jfr"), "print", "--events", "jdk.VirtualThreadPinned", recording.toString())
                    .redirectErrorStream(true)
                    .start();
            return jfr.inputReader()
                    .lines()
                    .filter(line -> line.contains("pinnedReason")
                            && !line.contains("initialization of sun.nio.ch.")
                            && !line.contains(CRITICAL_SECTION))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
