package io.kaagent.socket;

import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random applications against random servers, over connections without an operating system. What an application reads is compared
 * with what it would have read on a plain socket; what is given back, with what the server has seen of it.
 *
 * <p>{@code -Dka.fuzz.seed=N} runs one seed, {@code -Dka.fuzz.steps=N} more or fewer steps.
 */
class RawFuzzTest {
    private static final int FIXED_SEEDS = 24;
    private static final int STEPS = Integer.getInteger("ka.fuzz.steps", 2_500);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readsWhatAPlainSocketReadsAndKeepsOnlyWhatIsCertain(long seed) throws IOException {
        RawFuzz fuzz = new RawFuzz(seed);
        try {
            fuzz.run(STEPS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", after:\n" + fuzz.history(), e);
        }
    }

    static LongStream seeds() {
        Long seed = Long.getLong("ka.fuzz.seed");
        if (seed != null) {
            return LongStream.of(seed);
        }
        long random = System.nanoTime();
        System.out.println("RawFuzzTest: random seed " + random + "; again with -Dka.fuzz.seed=" + random);
        return LongStream.concat(LongStream.rangeClosed(1, FIXED_SEEDS), LongStream.of(random));
    }
}
