package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.allocation.AllocatingClient;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a raw client reads and writes on a connection that is followed costs it no garbage, but what the JDK itself makes. */
@OnEveryJdk
class AllocationIT {
    /** Less than the smallest object has, in bytes; more than the noise of a round. */
    private static final double TOLERANCE = 2;

    /** The array that the JDK makes for a byte read or written alone; at times its compiler does without, mostly where we are not. */
    private static final double ARRAY_OF_THE_JDK = 24;

    @Parameter
    Jdk jdk;

    private Map<String, Double> without;
    private Map<String, Double> with;

    @BeforeParameterizedClassInvocation
    void measure() {
        without = measured(AgentJvm.on(jdk).optimizing());
        with = measured(AgentJvm.on(jdk).optimizing().agent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "read", "chunked", "write", "closed"})
    void allocatesNoMoreThanThePlatform(String kind) {
        assertThat(with.get(kind)).as("bytes a call").isLessThanOrEqualTo(without.get(kind) + TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"byteRead", "byteWrite"})
    void allocatesNothingOfItsOwnForASingleByte(String kind) {
        assertThat(with.get(kind)).as("bytes a call").isLessThanOrEqualTo(ARRAY_OF_THE_JDK + TOLERANCE);
    }

    @Test
    void followsTheConnectionMeanwhile() {
        assertThat(without).containsEntry("connections", 4.0);
        assertThat(with).containsEntry("connections", 2.0);
    }

    private static Map<String, Double> measured(AgentJvm jvm) {
        FinishedJvm finished = jvm.run(AllocatingClient.class);
        assertThat(finished.exit()).isZero();
        Map<String, Double> measured = new HashMap<>();
        for (String line : finished.out()) {
            String[] words = line.split(" ");
            measured.put(words[0], Double.valueOf(words[1]));
        }
        return measured;
    }
}
