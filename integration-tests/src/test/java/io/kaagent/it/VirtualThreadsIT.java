package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class VirtualThreadsIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=2").property("jdk.virtualThreadScheduler.parallelism", 1);
    }

    @Test
    void waitForEachOtherWithoutHoldingUpTheirCarrier() {
        assumeTrue(jdk.isAtLeast(21), "virtual threads are of JDK 21");
        try (Site site = ServerJvm.siteLimitedTo(2)) {
            assertThat(client.load(Ask.of(site, "delay=2").with("virtual", true), 50, 500))
                    .isEqualTo(Loaded.allRight(500));
            assertThat(site.tally().mostOpen()).isEqualTo(2);
        }
    }
}
