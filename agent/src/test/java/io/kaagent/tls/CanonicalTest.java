package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    private final Canonical canonical = new Canonical();

    @Test
    void ofEqualMeaningsTheFirstStandsForAll() {
        Meaning first = new Meaning("a", 1);
        assertThat(canonical.of(first)).isSameAs(first);
        assertThat(canonical.of(new Meaning("a", 1))).isSameAs(first);
        Meaning other = new Meaning("a", 2);
        assertThat(canonical.of(other)).isSameAs(other);
    }

    @Test
    void keepsNothingThatNobodyHas() {
        Meaning kept = canonical.of(new Meaning("kept"));
        for (int i = 0; i < 100; i++) {
            canonical.of(new Meaning("dropped", i));
        }
        Await.until("the others to be dropped", () -> {
            System.gc();
            return canonical.of(kept) == kept && canonical.size() == 1;
        });
    }
}
