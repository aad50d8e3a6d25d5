package io.kaagent.watch.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written beside the axes, and where the areas between them lie. */
class AxesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "5, 1, 5",
        "6, 2, 6",
        "7, 2, 8",
        "10, 2, 10",
        "11, 5, 15",
        "26, 10, 30",
        "100, 20, 100",
        "101, 50, 150",
        "5000001, 2000000, 6000000"
    })
    void numbersAreRoundAndNeverManyAndTheGreatestIsBelowTheTop(long greatest, long step, long top) {
        Scale scale = Scale.upTo(greatest);
        assertThat(scale.step).isEqualTo(step);
        assertThat(scale.top).isEqualTo(top);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "3, 1, 3", "7, 2, 6", "240, 50, 200"})
    void timeEndsWhereItEnds(long end, long step, long last) {
        Scale scale = Scale.within(end);
        assertThat(scale.step).isEqualTo(step);
        assertThat(scale.top).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, seconds, 1 s",
        "120000, seconds, 2 min",
        "121000, minutes, 2 min 1 s",
        "7200000, minutes, 2 h",
        "7261000, hours, 2 h 1 min",
        "3600000, minutes, 1 h",
        "3601000, minutes, 1 h",
        "345600000, days, 4 d",
        "93784000, hours, 1 d 2 h",
        "999, seconds, less than a second"
    })
    void timesHaveTheUnitThatSuits(long millis, String units, String shown) {
        assertThat(new Stretch(millis).units).isEqualTo(units);
        assertThat(Stretch.shown(millis)).isEqualTo(shown);
    }

    @Test
    void areasAreStepsAndWhatIsNotZeroCanBeSeen() {
        assertThat(Steps.area(new long[] {0, 5, 5, 10, 0}, 10, 16)).isEqualTo("M0 1000V1000H1V500H3V0H4V1000H5V1000Z");
        assertThat(Steps.area(new long[] {1}, 1000000, 16)).isEqualTo("M0 1000V984H1V1000Z");
        assertThat(Steps.area(new long[0], 1, 16)).isEqualTo("M0 1000H0V1000Z");
    }
}
