package io.kaagent.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @Test
    void flagsMayStandAnywhere() throws Refusal {
        Arguments arguments = new Arguments("top", "--interval", "0.5", "4711", "--json", "--count=3");
        assertThat(arguments.flag("--json")).isTrue();
        assertThat(arguments.number("--interval", 0.1, 10, 1)).isEqualTo(0.5);
        assertThat(arguments.number("--count", 1, 10, 9)).isEqualTo(3);
        assertThat(arguments.pid()).isEqualTo("4711");
        arguments.end();
    }

    @Test
    void whatIsNotGivenHasItsDefault() throws Refusal {
        Arguments arguments = new Arguments("top", "4711");
        assertThat(arguments.flag("--json")).isFalse();
        assertThat(arguments.number("--count", 1, 10, 9)).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "11", "NaN", "ten", ""})
    void aNumberOutOfItsRangeIsRefusedWithTheRange(String given) {
        assertRefused(
                () -> new Arguments("top", "--count", given).number("--count", 1, 10, 9),
                "not understood: --count " + given + ": a number from 1 to 10 is wanted");
    }

    @Test
    void aNumberMustFollowItsFlag() {
        assertRefused(
                () -> new Arguments("top", "--count").number("--count", 1, 10, 9),
                "not understood: --count needs a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "12x", "1.5", "12345678901", "/proc"})
    void aPidIsANumber(String given) {
        assertRefused(
                () -> new Arguments("status", given).pid(),
                "not understood: " + given + " is not a PID, which is a number; \"list\" shows them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void aPidIsNeeded(String given) {
        Arguments arguments = given.isEmpty() ? new Arguments("status") : new Arguments("status", given);
        assertRefused(arguments::pid, "not understood: status needs the PID of a Java process; \"list\" shows them");
    }

    @Test
    void whatIsLeftOverIsNotIgnored() {
        assertRefused(() -> new Arguments("list", "--jsom").end(), "not understood: list knows nothing of --jsom");
    }

    private static void assertRefused(ThrowingCallable taking, String message) {
        assertThatThrownBy(taking).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.exit).isEqualTo(2);
        });
    }
}
