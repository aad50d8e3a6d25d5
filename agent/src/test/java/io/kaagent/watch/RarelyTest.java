package io.kaagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RarelyTest {
    private static final long START = Long.MAX_VALUE - 5; // nanoTime may overflow in between

    private final Rarely rarely = new Rarely();

    @Test
    void letsOneLineAMinuteThroughForEachKey() {
        assertThat(rarely.heldBack("a", START)).isZero();
        assertThat(rarely.heldBack("a", START + Rarely.PAUSE_NANOS - 1)).isEqualTo(Rarely.NOT_NOW);
        assertThat(rarely.heldBack("b", START + 1)).isZero();
        assertThat(rarely.heldBack("a", START + Rarely.PAUSE_NANOS)).isEqualTo(1);
    }

    @Test
    void countsWhatWasHeldBackSinceTheLastLine() {
        rarely.heldBack("a", START);
        for (int i = 0; i < 41; i++) {
            assertThat(rarely.heldBack("a", START + i)).isEqualTo(Rarely.NOT_NOW);
        }
        assertThat(rarely.heldBack("a", START + Rarely.PAUSE_NANOS)).isEqualTo(41);
        assertThat(rarely.heldBack("a", START + 2 * Rarely.PAUSE_NANOS)).isZero();
    }

    @Test
    void keepsOnlySoManyKeysAndLetsTheOthersShareAMinute() {
        for (int i = 0; i < 256; i++) {
            assertThat(rarely.heldBack("key " + i, START)).isZero();
        }
        assertThat(rarely.heldBack("one more", START)).isZero();
        assertThat(rarely.heldBack("another", START)).isEqualTo(Rarely.NOT_NOW);
        assertThat(rarely.heldBack("key 7", START)).isEqualTo(Rarely.NOT_NOW);
    }
}
