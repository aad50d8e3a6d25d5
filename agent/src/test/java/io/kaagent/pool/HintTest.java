package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rule 22: the server's hint")
class HintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout=5                    | 4 |  -1",
                "timeout=5, max=100           | 4 | 100",
                "max=100, timeout=5           | 4 | 100",
                "max=100,timeout=5            | 4 | 100",
                "TIMEOUT=5,Max=100            | 4 | 100",
                "x=y, a, ,timeout = 5 , b=c   | 4 |  -1",
                "timeout=\"5\"                | 4 |  -1",
                "timeout=5; max=7             | 4 |   7",
                "timeout=5s                   | 4 |  -1",
                "timeout=5.9                  | 4 |  -1",
                "timeout=0                    | -1 | -1",
                "timeout=1                    | 0 |  -1",
                "timeout=600                  | 599 | -1",
                "timeout=601                  | 600 | -1",
                "timeout=602                  | 600 | -1",
                "timeout=99999999999999999999 | 600 | -1",
                "timeout=05                   | 4 |  -1",
                "timeout=5, timeout=9         | 4 |  -1",
            })
    void readsTheTimeoutAndTheMax(String header, long idleSeconds, long max) {
        Hint hint = Hint.parse(header);
        assertThat(hint.hasTimeout()).isTrue();
        assertThat(hint.idleNanos()).isEqualTo(idleSeconds * FakeClock.SECOND);
        assertThat(hint.hasMax() ? hint.max() : -1).isEqualTo(max);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                ",,,=,=",
                "=",
                "=5",
                "timeout",
                "timeout=",
                "timeout=,max=",
                "timeout=-5",
                "timeout=+5",
                "timeout=five",
                "timeout==5",
                "timeout=\"\"",
                "timeout=\"",
                "xtimeout=5",
                "timeoutx=5",
                "time out=5",
                "timeout:5",
                "timeout=\u0665",
                "300",
            })
    void countsAsNoHintWhatIsNone(String header) {
        assertThat(Hint.parse(header)).isSameAs(Hint.NONE);
    }

    @Test
    void withoutAHeaderThereIsNoHint() {
        assertThat(Hint.parse(null)).isSameAs(Hint.NONE);
        assertThat(Hint.of(-1, -1)).isSameAs(Hint.NONE);
    }

    @Test
    void neverOverflows() {
        assertThat(Hint.of(Long.MAX_VALUE, Long.MAX_VALUE).idleNanos()).isEqualTo(600 * FakeClock.SECOND);
        assertThat(Hint.parse("max=" + Long.MAX_VALUE + "9").max()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsAVeryLongHeaderInOnePass() {
        assertThat(Hint.parse("a".repeat(100_000) + ",".repeat(100_000) + "timeout=5")
                        .idleNanos())
                .isEqualTo(4 * FakeClock.SECOND);
    }
}
