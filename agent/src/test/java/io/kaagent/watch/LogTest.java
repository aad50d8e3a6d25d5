package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.LogLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {
    private final CapturedErr err = new CapturedErr();

    @AfterEach
    void restore() {
        err.close();
        Log.level(LogLevel.WARN);
    }

    @ParameterizedTest
    @CsvSource({"OFF, ''", "WARN, w", "INFO, wi", "DEBUG, wid", "TRACE, widt"})
    void printsTheLinesThatPassTheLevel(LogLevel level, String printed) {
        Log.level(level);
        Log.warn("w");
        Log.info("i");
        Log.debug("d");
        Log.trace("t");
        assertThat(err.lines())
                .extracting(line -> line.substring(line.length() - 1))
                .isEqualTo(
                        printed.chars().mapToObj(c -> String.valueOf((char) c)).toList());
        assertThat(Log.isInfo()).isEqualTo(printed.contains("i"));
        assertThat(Log.isDebug()).isEqualTo(printed.contains("d"));
        assertThat(Log.isTrace()).isEqualTo(printed.contains("t"));
    }

    @Test
    void aLineHasNameLevelTimeAndTheMessageAsItIs() {
        Log.warn("50 % of {} and \\{}");
        assertThat(err.lines())
                .singleElement()
                .asString()
                .matches("ka-agent WARN " + CapturedErr.TIME + " 50 % of \\{} and \\\\\\{}");
    }

    @Test
    void aThrowableFollowsWithItsStack() {
        Log.warn("failed", new IllegalStateException("why"));
        assertThat(err.lines()).element(0).asString().endsWith(" failed");
        assertThat(err.lines()).element(1).isEqualTo("java.lang.IllegalStateException: why");
        assertThat(err.lines()).element(2).asString().startsWith("\tat " + LogTest.class.getName());
    }

    @Test
    void nullIsALineToo() {
        Log.warn(null);
        Log.warn(null, null);
        assertThat(err.lines()).hasSize(2).allMatch(line -> line.endsWith(" null"));
    }

    @Test
    void warnsRarely() {
        for (int i = 0; i < 5; i++) {
            Log.warnRarely("a key of this test", "again");
        }
        assertThat(err.lines()).singleElement().asString().endsWith(" again");
    }

    @Test
    void aLineBelowTheLevelIsNotTheOneOfTheMinute() {
        Log.level(LogLevel.OFF);
        Log.warnRarely("another key of this test", "unheard");
        Log.level(LogLevel.WARN);
        Log.warnRarely("another key of this test", "heard");
        assertThat(err.lines()).singleElement().asString().endsWith(" heard");
    }
}
