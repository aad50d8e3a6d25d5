package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
    private final Histogram numbers = Histogram.ofNumbers();

    @ParameterizedTest
    @CsvSource({
        "-5, 0",
        "0, 0",
        "1, 0",
        "2, 1",
        "3, 2",
        "5, 2",
        "6, 3",
        "10, 3",
        "10000, 12",
        "10001, 13",
        "9223372036854775807, 13"
    })
    void eachValueHasItsRange(long value, int range) {
        numbers.add(value);
        assertThat(numbers.count(range)).isEqualTo(1);
        assertThat(numbers.count()).isEqualTo(1);
        assertThat(numbers.upperBound(range)).isGreaterThanOrEqualTo(value);
    }

    @Test
    void rangesAreThoseOfASeriesOneTwoFive() {
        assertThat(numbers.ranges()).isEqualTo(14);
        assertThat(numbers.upperBound(12)).isEqualTo(10_000);
        assertThat(numbers.upperBound(13)).isEqualTo(Long.MAX_VALUE);
        assertThat(Histogram.ofShortTimes().upperBound(0)).isEqualTo(100_000);
        assertThat(Histogram.ofShortTimes().upperBound(18)).isEqualTo(100_000_000_000L);
        assertThat(Histogram.ofLongTimes().upperBound(0)).isEqualTo(1_000_000_000L);
    }

    @Test
    void knowsShares() {
        for (int value = 1; value <= 100; value++) {
            numbers.add(value);
        }
        assertThat(numbers.quantile(0.5)).isEqualTo(50);
        assertThat(numbers.quantile(0.51)).isEqualTo(100);
        assertThat(numbers.quantile(1)).isEqualTo(100);
        assertThat(numbers.mean()).isEqualTo(50.5);
        assertThat(numbers.sum()).isEqualTo(5050);
    }

    @Test
    void noShareIsGreaterThanTheGreatest() {
        numbers.add(3);
        numbers.add(40_000);
        assertThat(numbers.quantile(0.5)).isEqualTo(5);
        assertThat(numbers.quantile(0.99)).isEqualTo(40_000);
        assertThat(numbers.max()).isEqualTo(40_000);
    }

    @Test
    void ofNothingEverythingIsNothing() {
        assertThat(numbers.quantile(0.99)).isZero();
        assertThat(numbers.mean()).isZero();
        assertThat(numbers.max()).isZero();
    }

    @Test
    void aCopyStaysAsItWas() {
        numbers.add(3);
        Histogram before = numbers.copy();
        numbers.add(4);
        assertThat(before.count()).isEqualTo(1);
        assertThat(before.sum()).isEqualTo(3);
        assertThat(before.upperBound(2)).isEqualTo(5);
    }
}
