package io.kaagent.benchmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void tellsPercentilesToThreePercent() {
        for (int micros = 1; micros <= 100000; micros++) {
            latencies.add(micros * 1000L);
        }
        assertThat(latencies.percentile(50)).isCloseTo(50, Percentage.withPercentage(3));
        assertThat(latencies.percentile(99)).isCloseTo(99, Percentage.withPercentage(3));
        assertThat(latencies.percentile(99.9)).isCloseTo(99.9, Percentage.withPercentage(3));
    }

    @Test
    void tellsNothingThatLessThanTenRequestsStandFor() {
        for (int i = 0; i < 999; i++) {
            latencies.add(1000000);
        }
        assertThat(latencies.percentile(99)).isNaN();
        latencies.add(1000000);
        assertThat(latencies.percentile(99)).isCloseTo(1, within(0.03));
    }

    @Test
    void arriveAsTheyWereSent() {
        latencies.add(1000);
        latencies.add(123456789);
        latencies.add(Latencies.parse(latencies.toString()));
        assertThat(latencies.count()).isEqualTo(4);
        assertThat(latencies.percentile(50)).isLessThan(0.01);
        assertThat(Latencies.parse("").count()).isZero();
    }

    @Test
    void holdHoursToo() {
        latencies.add(3600L * 1000000000 * 100);
        assertThat(latencies.count()).isEqualTo(1);
    }
}
