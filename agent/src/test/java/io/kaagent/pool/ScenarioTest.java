package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("20 requests every 500 ms for 6 s, each answered after a second, at most 5 connections")
class ScenarioTest {
    private final Scenario scenario = new Scenario();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensFiveConnectionsAndQueuesTheRestWithAndWithoutKeepAlive(boolean keepAlive) {
        scenario.test.limits.maxSockets(5).maxFreeSockets(5).keepAlive(keepAlive);
        scenario.bursts(20, 500, 6000);
        assertQueue(500, 35);
        assertQueue(1500, 70);
        for (int second = 2; second <= 5; second++) {
            assertQueue(500 + 1000 * second, 35 + 35 * second);
        }
        assertQueue(6000, 230);
        assertThat(scenario.answers).isEqualTo(25);
        scenario.runUntil(6500);
        assertThat(scenario.answers).isEqualTo(30);
        assertThat(scenario.test.pool.snapshot().waiting()).isEqualTo(225);
        scenario.runUntil(60_000);
        assertThat(scenario.answers).isEqualTo(260);
        assertThat(scenario.opened()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"true, 5, 5", "false, 0, 8"})
    void aBurstLeavesFiveFreeOnlyWithKeepAlive(boolean keepAlive, int free, int openedInTheEnd) {
        scenario.test.limits.maxSockets(5).maxFreeSockets(5).keepAlive(keepAlive);
        scenario.bursts(20, 1, 0);
        scenario.runUntil(4500);
        assertThat(scenario.answers).isEqualTo(20);
        assertThat(scenario.opened()).isEqualTo(5);
        assertThat(scenario.test.freeCount()).isEqualTo(free);
        assertThat(scenario.test.busyCount()).isZero();
        for (int i = 0; i < 3; i++) {
            scenario.send();
            scenario.runUntil(4500 + 1100 * (i + 1));
        }
        assertThat(scenario.opened()).isEqualTo(openedInTheEnd);
    }

    @ParameterizedTest
    @CsvSource({"true, 60", "false, 260"})
    void withoutALimitOpensSixtyWithKeepAliveAnd260Without(boolean keepAlive, int opened) {
        scenario.test.limits.keepAlive(keepAlive);
        scenario.bursts(20, 500, 6000);
        scenario.runUntil(6000);
        assertThat(scenario.test.pool.snapshot().waiting()).isZero();
        assertThat(scenario.opened()).isEqualTo(opened);
    }

    @Test
    void opensFiveASecondWhenTheServerSaysClose() {
        scenario.test.limits.maxSockets(5).maxFreeSockets(5);
        scenario.serverKeepsAlive = false;
        scenario.bursts(20, 500, 6000);
        for (int second = 0; second <= 6; second++) {
            scenario.runUntil(1000 * second + 500);
            assertThat(scenario.opened()).isEqualTo(5 + 5 * second);
            assertThat(scenario.test.busyCount()).isEqualTo(5);
        }
    }

    private void assertQueue(long atMillis, int waiting) {
        scenario.runUntil(atMillis);
        Snapshot snapshot = scenario.test.pool.snapshot();
        assertThat(snapshot.waiting()).as("queue at %d ms", atMillis).isEqualTo(waiting);
        assertThat(snapshot.busy()).isEqualTo(5);
        assertThat(snapshot.free()).isZero();
        assertThat(snapshot.counters().created()).isEqualTo(5);
    }
}
