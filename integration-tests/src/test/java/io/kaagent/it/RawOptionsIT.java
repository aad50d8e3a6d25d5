package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owners of one connection set, one after the other. */
class RawOptionsIT extends SharedClient {
    private static final List<String> OPTIONS = List.of(
            "soTimeout", "noDelay", "linger", "trafficClass", "keepAlive", "oobInline", "reuseAddress", "sendBuffer");

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("keepAliveMsecs=30000");
    }

    @ParameterizedTest
    @CsvSource({
        "soTimeout, 5000",
        "noDelay, true",
        "linger, 7",
        "trafficClass, 8",
        "keepAlive, true",
        "oobInline, true",
        "reuseAddress, true"
    })
    void worksForItsOwnerAndNotForTheNext(String option, String value) {
        try (Site site = ServerJvm.site()) {
            AppSocket first = connected(site, "");
            Map<String, String> fresh = seenBy(first);
            use(first, site, 1);
            AppSocket before = connected(site, option + "=" + value);
            assertThat(before.get(option)).isEqualTo(value);
            use(before, site, 1);
            AppSocket after = connected(site, "");
            assertThat(seenBy(after)).isEqualTo(fresh);
            after.set(option + "=" + value);
            assertThat(after.get(option)).isEqualTo(value);
            use(after, site, 1);
            AppSocket last = connected(site, "");
            assertThat(seenBy(last)).isEqualTo(fresh);
            use(last, site, 1);
        }
    }

    @Test
    void aTimeOutEndsWithItsOwner() {
        try (Site site = ServerJvm.site()) {
            use(connected(site, "soTimeout=30"), site, 1);
            AppSocket patient = connected(site, "");
            assertThat(patient.exchange(site, "delay=80").connection()).isEqualTo(1);
            patient.close();
            AppSocket impatient = connected(site, "soTimeout=30");
            assertThat(impatient.exchange(site, "delay=200").failure())
                    .isEqualTo(SocketTimeoutException.class.getName());
            impatient.close();
            use(connected(site, ""), site, 2);
        }
    }

    @Test
    void bufferSizesSetBeforeConnectAreThoseOfTheConnection() {
        try (Site site = ServerJvm.site()) {
            use(connected(site, ""), site, 1);
            for (String option : List.of("receiveBuffer", "sendBuffer")) {
                int other = option.startsWith("r") ? 2 : 3;
                AppSocket small = connected(site, option + "=20000");
                String size = small.get(option);
                use(small, site, other);
                use(connected(site, ""), site, 1);
                AppSocket again = connected(site, option + "=20000");
                assertThat(again.get(option)).isEqualTo(size);
                use(again, site, other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"receiveBuffer=20000", "sendBuffer=20000"})
    void bufferSizesSetAfterConnectEndWithTheConnection(String option) {
        try (Site site = ServerJvm.site()) {
            AppSocket socket = connected(site, "");
            Map<String, String> fresh = seenBy(socket);
            use(socket, site, 1);
            AppSocket small = connected(site, "");
            small.set(option);
            use(small, site, 1);
            AppSocket next = connected(site, "");
            assertThat(seenBy(next)).isEqualTo(fresh);
            use(next, site, 2);
        }
    }

    @Test
    void lingeringForNoTimeResetsTheConnection() {
        try (Site site = ServerJvm.site()) {
            use(connected(site, ""), site, 1);
            use(connected(site, "linger=0"), site, 1);
            site.awaitOpen(0);
            assertThat(site.tally().broken()).isEqualTo(1);
            AppSocket socket = connected(site, "");
            socket.set("linger=0");
            use(socket, site, 2);
            site.awaitOpen(0);
            assertThat(site.tally().broken()).isEqualTo(2);
            use(connected(site, ""), site, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "StandardSocketOptions.IP_TOS, 8",
        "StandardSocketOptions.SO_KEEPALIVE, true",
        "StandardSocketOptions.TCP_NODELAY, true",
        "StandardSocketOptions.SO_REUSEPORT, true",
        "ExtendedSocketOptions.TCP_KEEPIDLE, 77"
    })
    void whatIsSetByNameEndsWithTheConnection(String option, String value) {
        assumeTrue(jdk.isAtLeast(11), "not in JDK 8");
        try (Site site = ServerJvm.site()) {
            AppSocket first = connected(site, "");
            String fresh = first.get(option);
            use(first, site, 1);
            AppSocket socket = connected(site, "");
            assertThat(socket.get(option)).isEqualTo(fresh);
            socket.set(option + "=" + value);
            assertThat(socket.get(option)).isEqualTo(value);
            use(socket, site, 1);
            AppSocket next = connected(site, "");
            assertThat(next.get(option)).isEqualTo(fresh);
            use(next, site, 2);
            AppSocket before = connected(site, option + "=" + value);
            assertThat(before.get(option)).isEqualTo(value);
            assertThat(before.exchange(site, "body=10").right()).isTrue();
            before.close();
            AppSocket last = connected(site, "");
            assertThat(last.get(option)).isEqualTo(fresh);
            use(last, site, 2);
        }
    }

    @Test
    void theKernelSendsProbesForThePoolAndNotForAnOwnerWhoWantsNone() {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "needs /proc/net/tcp");
        try (Site site = ServerJvm.site()) {
            use(connected(site, ""), site, 1);
            assertThat(KernelTimers.nextProbe(site.port()))
                    .hasValueSatisfying(due -> assertThat(due).isLessThanOrEqualTo(Duration.ofSeconds(30)));
            AppSocket socket = connected(site, "");
            assertThat(socket.get("keepAlive")).isEqualTo("false");
            socket.set("keepAlive=false");
            assertThat(KernelTimers.nextProbe(site.port())).isEmpty();
            use(socket, site, 1);
            assertThat(KernelTimers.nextProbe(site.port())).isPresent();
        }
    }

    @Test
    void performancePreferencesMayBeSet() {
        try (Site site = ServerJvm.site()) {
            use(connected(site, "performance=1"), site, 1);
            use(connected(site, "performance=1"), site, 1);
        }
    }

    private AppSocket connected(Site site, String options) {
        AppSocket socket = AppSocket.in(client);
        socket.set(options);
        socket.connect(site.port());
        return socket;
    }

    /** From a request to close; over the connection of that number. */
    private static void use(AppSocket socket, Site site, int connection) {
        Outcome outcome = socket.exchange(site, "body=10");
        assertThat(outcome.right()).as("%s", outcome).isTrue();
        assertThat(outcome.connection()).isEqualTo(connection);
        socket.close();
    }

    private static Map<String, String> seenBy(AppSocket socket) {
        return OPTIONS.stream().collect(Collectors.toMap(Function.identity(), socket::get));
    }
}
