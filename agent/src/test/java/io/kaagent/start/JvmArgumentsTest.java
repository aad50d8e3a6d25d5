package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmArgumentsTest {
    private static final String OURS = "-javaagent:/opt/ka-agent.jar=log=off";

    @Test
    void theOnlyAgentIsAlone() {
        assertThat(named("-Xmx1g", OURS, "-Dagent=-agentlib:other")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:other.jar",
                "-agentlib:jdwp=server=y",
                "-agentpath:/opt/libother.so",
                "-Xrunother",
                "-XX:StartFlightRecording",
                "-XX:+FlightRecorder"
            })
    void thoseThatMayHaveChangedAClassBeforeAreSeen(String other) {
        assertThat(named(other, OURS)).isFalse();
        assertThat(named(OURS, other)).isFalse();
    }

    @Test
    void nobodyIsAloneWhereItCannotBeTold() {
        assertThat(JvmArguments.nameNoOtherAgent(null)).isFalse();
        assertThat(named("-Xmx1g")).isFalse();
    }

    private static boolean named(String... arguments) {
        return JvmArguments.nameNoOtherAgent(arguments);
    }
}
