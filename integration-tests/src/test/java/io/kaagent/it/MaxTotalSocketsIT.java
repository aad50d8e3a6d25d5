package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaxTotalSocketsIT extends SharedClient {
    private static final int LIMIT = 4;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxTotalSockets=" + LIMIT);
    }

    @Test
    void threeOriginsTogetherNeverExceedIt() {
        try (Site site = ServerJvm.siteLimitedTo(LIMIT, 3)) {
            assertThat(client.load(Ask.ofAllPorts(site, "delay=2"), 30, 900)).isEqualTo(Loaded.allRight(900));
            assertThat(site.tally().mostOpen()).isEqualTo(LIMIT);
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    @Test
    void aRareCallerIsNotStarvedByTwoBusyOrigins() {
        try (Site busy = ServerJvm.site(2);
                Site rare = ServerJvm.site()) {
            client.beginLoad("busy", Ask.ofAllPorts(busy, "delay=2"), 20, 2_000);
            busy.awaitArrivals(100);
            int before = busy.tally().arrivals().size();
            assertThat(client.exchange(Ask.of(rare, "body=10")).right()).isTrue();
            assertThat(busy.tally().arrivals().size() - before).isLessThan(500);
            assertThat(client.loaded("busy")).isEqualTo(Loaded.allRight(2_000));
        }
    }
}
