package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule 24. */
class AgeLimitIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("socketActiveTTL=300");
    }

    @Test
    void anOldConnectionIsReplacedHoweverBusyItIs() {
        try (Site site = ServerJvm.site()) {
            assertThat(client.load(Ask.of(site, "delay=20").with("pause", 20), 1, 20))
                    .isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isBetween(2, 10);
        }
    }
}
