package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** How long a connection may have been idle for a request that must not be sent twice. */
class RawUnsafeReuseIT extends SharedClient {
    private static final int REQUESTS = 3;

    private Site usual;
    private Site strict;
    private Site never;

    @Override
    AgentJvm jvm() {
        usual = ServerJvm.site();
        strict = ServerJvm.site();
        never = ServerJvm.site();
        return AgentJvm.on(jdk).agent(unsafeReuseIdle(strict, 100) + "," + unsafeReuseIdle(never, 0));
    }

    @AfterParameterizedClassInvocation
    void closeSites() {
        usual.close();
        strict.close();
        never.close();
    }

    @Test
    void aPostUsesAConnectionThatWasIdleForLess() {
        assertThat(connectionsFor(usual, post(usual, ""))).isEqualTo(1);
    }

    @Test
    void aPostUsesNoConnectionThatWasIdleForLonger() {
        assertThat(connectionsFor(strict, post(strict, "").with("pause", 150))).isEqualTo(REQUESTS);
    }

    @Test
    void aLargePutIsLikeAPost() {
        Ask put = Ask.of(strict, "").method("PUT").body(100_000).with("pause", 150);
        assertThat(connectionsFor(strict, put)).isEqualTo(REQUESTS);
    }

    @Test
    void aGetUsesItAllTheSame() {
        assertThat(connectionsFor(strict, Ask.of(strict, "body=10").with("pause", 150)))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aPostUsesItIfTheServerPromisedToWait() {
        assertThat(connectionsFor(strict, post(strict, "&hint=timeout=20").with("pause", 150)))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void zeroMeansNever() {
        assertThat(connectionsFor(never, post(never, ""))).isEqualTo(REQUESTS);
        assertThat(connectionsFor(never, post(never, "&hint=timeout=20"))).isEqualTo(REQUESTS);
        assertThat(connectionsFor(never, Ask.of(never, "body=10"))).isLessThanOrEqualTo(1);
    }

    @Test
    void theFreshConnectionHasTheOptionsThatWereSetOnTheUsedOne() {
        assertThat(client.exchange(Ask.of(never, "body=10").with("raw", true)).right())
                .isTrue();
        int before = never.tally().accepted();
        AppSocket socket = AppSocket.connected(client, never.port());
        socket.set("soTimeout=5000;linger=7;trafficClass=8;noDelay=true");
        if (jdk.isAtLeast(11)) {
            socket.set("ExtendedSocketOptions.TCP_KEEPIDLE=77");
        }
        assertThat(socket.exchange(post(never, "")).connection()).isEqualTo(before + 1);
        assertThat(List.of("soTimeout", "linger", "trafficClass", "noDelay").stream()
                        .map(socket::get))
                .containsExactly("5000", "7", "8", "true");
        if (jdk.isAtLeast(11)) {
            assertThat(socket.get("ExtendedSocketOptions.TCP_KEEPIDLE")).isEqualTo("77");
        }
        socket.close();
    }

    private int connectionsFor(Site site, Ask ask) {
        int before = site.tally().accepted();
        assertThat(client.load(ask.with("raw", true), 1, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
        return site.tally().accepted() - before;
    }

    private static Ask post(Site site, String query) {
        return Ask.of(site, "x" + query).body(50);
    }

    private static String unsafeReuseIdle(Site site, int millis) {
        return "origin.127.0.0.1:" + site.port() + ".unsafeReuseIdle=" + millis;
    }
}
