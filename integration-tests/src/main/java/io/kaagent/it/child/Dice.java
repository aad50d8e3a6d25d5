package io.kaagent.it.child;

import java.util.Random;

/** The same throws on every JDK for the same seed and number, which is why it is {@link Random}. */
public final class Dice {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final Random random;

    public Dice(long seed, int number) {
        long mixed = (seed * 1_000_003 + number) * ODD;
        random = new Random(mixed ^ mixed >>> 32);
    }

    public Random random() {
        return random;
    }

    /** From 0 up to, not including, that many. */
    public int of(int sides) {
        return random.nextInt(sides);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    @SafeVarargs
    public final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
