package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaxFreeSocketsIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxFreeSockets=2");
    }

    @Test
    void onlySoManyAreParked() {
        try (Site site = ServerJvm.site()) {
            crowd(site, 5);
            site.awaitOpen(2);
            crowd(site, 2);
            assertThat(site.tally().accepted()).isEqualTo(5);
            crowd(site, 3);
            assertThat(site.tally().accepted()).isEqualTo(6);
        }
    }

    /** So many requests at once. */
    private void crowd(Site site, int size) {
        int before = site.tally().arrivals().size();
        for (int i = 0; i < size; i++) {
            client.begin("caller" + i, Ask.of(site, "hold"));
        }
        site.awaitArrivals(before + size);
        site.release(size);
        for (int i = 0; i < size; i++) {
            assertThat(client.outcome("caller" + i).right()).isTrue();
        }
    }
}
