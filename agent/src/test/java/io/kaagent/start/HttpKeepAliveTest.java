package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.Options;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpKeepAliveTest {
    private static final String PROPERTY = "http.keepAlive";

    @AfterEach
    void tellNothing() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void isForcedOnlyWhereTheJdkWasToldNoAndTheAgentYes() {
        assertThat(isForced("")).isFalse();
        assertThat(isForced("keepAlive=true")).isFalse();
        System.setProperty(PROPERTY, "false");
        assertThat(isForced("")).isFalse();
        assertThat(isForced("keepAlive=false")).isFalse();
        assertThat(isForced("keepAlive=true")).isTrue();
        System.setProperty(PROPERTY, "true");
        assertThat(isForced("keepAlive=true")).isFalse();
    }

    private static boolean isForced(String argument) {
        return HttpKeepAlive.isForced(Options.load(argument, new Properties()));
    }
}
