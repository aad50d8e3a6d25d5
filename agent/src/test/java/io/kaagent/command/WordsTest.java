package io.kaagent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.watch.JsonReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final String DESTROYED =
            "{\"destroyed\":20,\"destroyedBecause\":{\"notQuiet\":3,\"idleLimit\":14,\"ageLimit\":0,\"ofTomorrow\":3}}";

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "49999, 0.0",
        "50000, 0.1",
        "9949999, 9.9",
        "9950000, 10",
        "12400000, 12",
        "12500000, 13",
        "30000000000, 30000"
    })
    void timesHaveADecimalBelowTenMilliseconds(long nanos, String shown) {
        assertThat(Words.millis(nanos)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"10, host:8080, host:8080", "9, host:8080, host:8080", "8, host:8080, hos..080", "7, host:8080, hos..80"
    })
    void whatIsTooLongIsShortenedInTheMiddle(int room, String text, String shown) {
        assertThat(Words.shortened(text, room)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40 | 20: 14 idle, 3 stale, 3 ofTomorrow",
                "33 | 20: 14 idle, 3 stale, ..",
                "20 | 20: 14 idle, 3 stale",
                "19 | 20: 14 idle, ..",
                "13 | 20: 14 idle",
                "8 | 20"
            })
    void reasonsAreThoseThatFitTheMostFrequentFirst(int room, String shown) {
        assertThat(Words.destroyed((Map<?, ?>) JsonReader.read(DESTROYED), room))
                .isEqualTo(shown);
    }

    @Test
    void whatWasNeverCountedIsADash() {
        Map<?, ?> none = (Map<?, ?>) JsonReader.read("{\"reusedPercent\":null,\"connectNanos\":{\"count\":0}}");
        assertThat(Words.reusedPercent(none)).isEqualTo("-");
        assertThat(Words.connectMillis(none)).isEqualTo("-");
    }
}
