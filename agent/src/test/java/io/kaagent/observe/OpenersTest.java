package io.kaagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The places of an application that open connections. */
class OpenersTest {
    private final Openers openers = new Openers();

    @Test
    void aPlaceIsTheApplicationsOwnPartOfTheStack() {
        openers.add(stack("java.net.Socket", "a.Client", "sun.reflect.X", "a.Main", "java.lang.Thread"));
        assertThat(openers.most(3).get(0).frames())
                .extracting(StackTraceElement::getClassName)
                .containsExactly("a.Client", "a.Main");
    }

    @Test
    void whereNoneIsTheApplicationsTheJdksAreShown() {
        openers.add(stack("java.net.Socket", "sun.net.X", "java.lang.Thread"));
        assertThat(openers.most(3).get(0).frames())
                .extracting(StackTraceElement::getClassName)
                .containsExactly("java.net.Socket", "sun.net.X", "java.lang.Thread");
    }

    @Test
    void theMostFrequentComesFirstAndAllAreCounted() {
        for (int i = 0; i < 100; i++) {
            openers.add(stack("often.Client"));
            openers.add(stack("rare.Client" + i));
        }
        assertThat(openers.most(2)).hasSize(2);
        assertThat(openers.most(1).get(0).frames().get(0).getClassName()).isEqualTo("often.Client");
        assertThat(openers.most(1).get(0).percent()).isEqualTo(50.0);
    }

    @Test
    void afterManyOnlyASampleIsLookedAt() {
        assertThat(Stream.iterate(1L, i -> i + 1).limit(256).allMatch(Openers::isLookedAt))
                .isTrue();
        assertThat(Stream.iterate(257L, i -> i + 1).limit(160).filter(Openers::isLookedAt))
                .hasSize(10);
    }

    private static StackTraceElement[] stack(String... classes) {
        return Stream.of(classes)
                .map(name -> new StackTraceElement(name, "m", "F.java", 1))
                .toArray(StackTraceElement[]::new);
    }
}
