package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a connection may be idle: the option, or what the server says. */
class IdleTimeoutIT extends SharedClient {
    private static final long DEFAULT_MILLIS = 4_000;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("timeout=300");
    }

    @Test
    void anIdleConnectionIsClosedAtItsLimit() {
        try (Site site = ServerJvm.site()) {
            long start = System.nanoTime();
            assertThat(client.load(Ask.of(site, "body=10"), 1, 5)).isEqualTo(Loaded.allRight(5));
            assertThat(site.tally().accepted()).isEqualTo(1);
            site.awaitOpen(0);
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(DEFAULT_MILLIS);
        }
    }

    @Test
    void theServersHintLengthensIt() {
        try (Site patient = ServerJvm.site();
                Site silent = ServerJvm.site()) {
            assertThat(client.exchange(Ask.of(patient, "hint=timeout=60")).right())
                    .isTrue();
            assertThat(client.exchange(Ask.of(silent, "body=10")).right()).isTrue();
            silent.awaitOpen(0);
            assertThat(client.exchange(Ask.of(patient, "body=10")).connection()).isEqualTo(1);
        }
    }

    @Test
    void aHintOfOneSecondLeavesNoTimeAtAll() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.exchange(Ask.of(site, "hint=timeout=1")).connection())
                    .isEqualTo(1);
            assertThat(client.exchange(Ask.of(site, "hint=max=100,TIMEOUT=1")).connection())
                    .isEqualTo(2);
            site.awaitOpen(0);
        }
    }
}
