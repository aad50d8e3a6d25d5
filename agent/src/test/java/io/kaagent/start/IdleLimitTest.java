package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.Options;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleLimitTest {
    private static final String PROPERTY = "http.keepAlive.time.server";
    private static final long DEFAULT = 4_000;

    @AfterEach
    void tellNothing() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void isTheOptionsUnlessTheJdkWasToldOtherwise() {
        assertThat(idleMillis("")).isEqualTo(DEFAULT);
        assertThat(idleMillis("timeout=7000")).isEqualTo(7_000);
    }

    @Test
    void isWhatTheJdkWasToldInSeconds() {
        System.setProperty(PROPERTY, "60");
        assertThat(idleMillis("")).isEqualTo(60_000);
    }

    @Test
    void theAgentsOwnOptionWinsWhereverItWasGiven() {
        System.setProperty(PROPERTY, "60");
        assertThat(idleMillis("timeout=7000")).isEqualTo(7_000);
        assertThat(idleMillis("timeout=4000")).isEqualTo(4_000);
        assertThat(idleMillis("timeout=0")).isZero();
        assertThat(idleMillis("origin.host.timeout=7000")).isEqualTo(7_000);
        assertThat(idleMillis("origin.other.timeout=7000")).isEqualTo(60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "", "soon", "99999999999999999999"})
    void whatTheJdkCannotUseTellsNothing(String value) {
        System.setProperty(PROPERTY, value);
        assertThat(idleMillis("")).isEqualTo(DEFAULT);
    }

    @Test
    void isADayAtMost() {
        System.setProperty(PROPERTY, String.valueOf(Long.MAX_VALUE));
        assertThat(idleMillis("")).isEqualTo(86_400_000);
    }

    private static long idleMillis(String argument) {
        Options options = Options.load(argument, new Properties());
        return new IdleLimit().of(options.forOrigin("http", "host", 80));
    }
}
