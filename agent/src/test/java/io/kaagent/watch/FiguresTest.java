package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "999, 999",
        "1000, 1 000",
        "12034, 12 034",
        "1234567, 1 234 567",
        "-1234, -1 234",
        "-123, -123"
    })
    void groupsThousands(long number, String shown) {
        assertThat(Figures.count(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 origins", "1, 1 origin", "2, 2 origins"})
    void oneIsSingular(long number, String shown) {
        assertThat(Figures.count(number, "origin")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 ms",
        "340000, 0.3 ms",
        "9999999, 9.9 ms",
        "10000000, 10 ms",
        "999999999, 999 ms",
        "1250000000, 1.2 s",
        "34000000000, 34 s",
        "1204000000000, 1 204 s"
    })
    void showsTimesInTheUnitThatSuits(long nanos, String shown) {
        assertThat(Figures.time(nanos)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0 %",
        "0, 5, 0 %",
        "5, 5, 100 %",
        "99999, 100000, 99.9 %",
        "1, 100000, 0.1 %",
        "11993, 12034, 99.7 %"
    })
    void noShareIsAllOrNothingUnlessItIs(long part, long whole, String shown) {
        assertThat(Figures.percent(part, whole)).isEqualTo(shown);
    }
}
