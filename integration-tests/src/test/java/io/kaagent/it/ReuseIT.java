package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the agent is there for. */
@BesideOthers
class ReuseIT extends SharedClient {
    private static final int REQUESTS = 1_000;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @ParameterizedTest
    @EnumSource
    void oneThreadOpensAtMostTwoConnections(Shape shape) {
        assertThat(connectionsFor(shape, 1)).isBetween(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void eightThreadsOpenAtMostSixteen(Shape shape) {
        assertThat(connectionsFor(shape, 8)).isBetween(1, 16);
    }

    private int connectionsFor(Shape shape, int threads) {
        try (Site site = shape.site()) {
            assertThat(client.load(shape.ask(site), threads, REQUESTS)).isEqualTo(Loaded.allRight(REQUESTS));
            Tally tally = site.tally();
            assertThat(tally.arrivals()).hasSize(REQUESTS).doesNotHaveDuplicates();
            return tally.accepted();
        }
    }
}
