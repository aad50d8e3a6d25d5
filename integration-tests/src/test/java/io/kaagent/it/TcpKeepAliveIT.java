package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kaagent.it.child.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Rule 28, as the kernel shows it. */
@OnEveryJdk
class TcpKeepAliveIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Parameter
    Jdk jdk;

    @BeforeEach
    void onLinux() {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "the kernel's timers are read from /proc/net/tcp");
    }

    @Test
    void pooledConnectionsAreProbedAfterOneSecond() {
        try (ClientJvm client = AgentJvm.on(jdk).agent().client();
                Site http = ServerJvm.site();
                Site https = ServerJvm.https()) {
            assertThat(timerAfterRequest(client, http))
                    .hasValueSatisfying(due -> assertThat(due).isLessThanOrEqualTo(SECOND));
            assertThat(timerAfterRequest(client, https))
                    .hasValueSatisfying(due -> assertThat(due).isLessThanOrEqualTo(SECOND));
            assertThat(timerOfPlainSocket(client)).isEmpty();
        }
    }

    /** Not while one is under way: it would be sent again if its connection ended. */
    @Test
    void probesGoOnAfterAPost() {
        try (ClientJvm client = AgentJvm.on(jdk).agent().client();
                Site http = ServerJvm.site()) {
            client.begin("post", Ask.of(http, "hold").body(10));
            http.awaitArrivals(1);
            KernelTimers.awaitAcknowledged(client, http);
            assertThat(KernelTimers.nextProbe(http.port())).isEmpty();
            http.release(1);
            assertThat(client.outcome("post").right()).isTrue();
            Await.until(() -> KernelTimers.nextProbe(http.port()).isPresent(), () -> "no timer");
        }
    }

    /** Whatever came before on the connection, and though nobody has looked after it since. */
    @Test
    void eachRequestIsProbedOrNotByWhatItIs() {
        try (ClientJvm client = AgentJvm.on(jdk).agent().client();
                Site http = ServerJvm.site()) {
            assertThat(isProbedWhileItWaits(client, http, Ask.of(http, "hold").body(10)))
                    .isFalse();
            assertThat(isProbedWhileItWaits(client, http, Ask.of(http, "hold").body(10)))
                    .isFalse();
            assertThat(isProbedWhileItWaits(client, http, Ask.of(http, "hold"))).isTrue();
            assertThat(isProbedWhileItWaits(client, http, Ask.of(http, "hold").body(10)))
                    .isFalse();
            assertThat(http.tally().accepted()).isEqualTo(1);
        }
    }

    /** Somebody else may want them: the operator, or a socket factory of the application's. */
    @Test
    void probesThatAreNotOursAloneGoOnMeanwhile() {
        try (ClientJvm all = AgentJvm.on(jdk).agent("tcpKeepAlive=all").client();
                ClientJvm pooled = AgentJvm.on(jdk).agent().client();
                Site http = ServerJvm.site();
                Site https = ServerJvm.https()) {
            assertThat(isProbedWhileItWaits(all, http, Ask.of(http, "hold").body(10)))
                    .isTrue();
            Ask own = Ask.of(https, "hold").body(10).with("factory", "new protocol TLSv1.2");
            assertThat(isProbedWhileItWaits(pooled, https, own)).isTrue();
        }
    }

    private static boolean isProbedWhileItWaits(ClientJvm client, Site site, Ask ask) {
        client.begin("request", ask);
        site.awaitArrivals(1);
        KernelTimers.awaitAcknowledged(client, site);
        boolean probed = KernelTimers.nextProbe(site.port()).isPresent();
        site.release(1);
        assertThat(client.outcome("request").right()).isTrue();
        return probed;
    }

    @Test
    void allCoversEveryClientSocket() {
        try (ClientJvm client = AgentJvm.on(jdk)
                        .agent("tcpKeepAlive=all,keepAliveMsecs=30000")
                        .client();
                Site http = ServerJvm.site()) {
            assertThat(timerAfterRequest(client, http))
                    .hasValueSatisfying(due -> assertThat(due).isBetween(SECOND, Duration.ofSeconds(30)));
            assertThat(timerOfPlainSocket(client))
                    .hasValueSatisfying(due -> assertThat(due).isBetween(SECOND, Duration.ofSeconds(30)));
        }
    }

    @Test
    void offSetsNothing() {
        try (ClientJvm client = AgentJvm.on(jdk).agent("tcpKeepAlive=off").client();
                Site http = ServerJvm.site();
                Site https = ServerJvm.https()) {
            assertThat(client.exchange(Ask.of(http, "body=10")).right()).isTrue();
            assertThat(client.exchange(Ask.of(https, "body=10")).right()).isTrue();
            Await.until(() -> KernelTimers.nextProbe(http.port()).isEmpty(), () -> "a timer");
            Await.until(() -> KernelTimers.nextProbe(https.port()).isEmpty(), () -> "a timer");
        }
    }

    /** Waits for it: a retransmission timer may run first. */
    private static Optional<Duration> timerAfterRequest(ClientJvm client, Site site) {
        assertThat(client.exchange(Ask.of(site, "body=10")).right()).isTrue();
        Await.until(() -> KernelTimers.nextProbe(site.port()).isPresent(), () -> "no timer");
        return KernelTimers.nextProbe(site.port());
    }

    private static Optional<Duration> timerOfPlainSocket(ClientJvm client) {
        try (Site site = ServerJvm.site()) {
            client.tell(new Message("socket").with("port", site.port()));
            return KernelTimers.nextProbe(site.port());
        }
    }
}
