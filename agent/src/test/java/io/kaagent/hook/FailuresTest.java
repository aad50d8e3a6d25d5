package io.kaagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void forget() throws ReflectiveOperationException {
        Field count = Failures.class.getDeclaredField("COUNT");
        count.setAccessible(true);
        ((AtomicInteger) count.get(null)).set(0);
        Failures.tellTo(null);
    }

    @Test
    void areCountedThoughNobodyIsTold() {
        report(3);
        assertThat(Failures.count()).isEqualTo(3);
    }

    @Test
    void theFirstIsToldAndTheOneThatStopsThePooling() {
        Failures.tellTo((hook, failure, count) -> told.add(hook + " " + failure.getMessage() + " " + count));
        report(Failures.LIMIT - 1);
        assertThat(Failures.tooMany()).isFalse();
        report(10);
        assertThat(Failures.tooMany()).isTrue();
        assertThat(told).containsExactly("hook broken 1", "hook broken " + Failures.LIMIT);
    }

    @Test
    void aLackOfStackOrMemoryIsNone() {
        Failures.tellTo((hook, failure, count) -> told.add(hook));
        Failures.report("hook", new StackOverflowError());
        Failures.report("hook", new OutOfMemoryError());
        assertThat(Failures.count()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void whoFailsToBeToldIsCountedToo() {
        Failures.tellTo((hook, failure, count) -> {
            throw new IllegalStateException();
        });
        report(1);
        assertThat(Failures.count()).isEqualTo(2);
    }

    private static void report(int times) {
        for (int i = 0; i < times; i++) {
            Failures.report("hook", new IllegalStateException("broken"));
        }
    }
}
