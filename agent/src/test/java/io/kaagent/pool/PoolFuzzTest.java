package io.kaagent.pool;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random callers on one thread do whatever callers may do, with everybody else's doings in between wherever the pool has let go of
 * its lock. After every step {@link FuzzChecks} compares the pool with a model of its own.
 *
 * <p>{@code -Dka.fuzz.seed=N} runs one seed, {@code -Dka.fuzz.operations=N} more or fewer operations.
 */
class PoolFuzzTest {
    private static final int FIXED_SEEDS = 24;
    private static final int OPERATIONS = Integer.getInteger("ka.fuzz.operations", 12_000);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsItsPromisesAfterEveryStep(long seed) {
        Fuzz fuzz = new Fuzz(seed);
        try {
            fuzz.run(OPERATIONS);
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
        System.out.println("PoolFuzzTest: random seed " + random + "; again with -Dka.fuzz.seed=" + random);
        return LongStream.concat(LongStream.rangeClosed(1, FIXED_SEEDS), LongStream.of(random));
    }
}
