package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.config.Change;
import io.kaagent.config.Options;
import io.kaagent.pool.Origin;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveOptionsTest {
    private static final Origin A = new Origin("http", "a", 80);
    private static final Origin B = new Origin("http", "b", 80);

    private final LiveOptions options = new LiveOptions(Options.load("maxSockets=9", new Properties()));

    @Test
    void theLastChangeHoldsAndIsUndoneAtOnce() {
        options.change(Change.ofOrigin("a", 80, "maxSockets", "3"));
        options.change(Change.ofAll("maxSockets", "5"));
        assertThat(options.change(Change.ofAll("maxSockets", "6")))
                .startsWith("ka.maxSockets=6, before it was 5; origins with a value of their own");
        assertThat(options.of(A).maxSockets()).isEqualTo(3);
        assertThat(options.of(B).maxSockets()).isEqualTo(6);
        assertThat(options.reset(B)).isZero();
        assertThat(options.reset(A)).isEqualTo(1);
        assertThat(options.of(A).maxSockets()).isEqualTo(6);
        assertThat(options.reset(null)).isEqualTo(1);
        assertThat(options.of(A).maxSockets()).isEqualTo(9);
    }

    @Test
    void oneOriginIsStoppedAndTheOthersGoOn() {
        options.stop(A);
        assertThat(options.of(A).pool()).isFalse();
        assertThat(options.of(A).keepAlive()).isFalse();
        assertThat(options.of(B).pool()).isTrue();
        assertThat(options.isStopped(null)).isFalse();
        options.restart(A);
        assertThat(options.of(A).pool()).isTrue();
        assertThat(options.of(A).keepAlive()).isTrue();
    }

    @Test
    void allAreStoppedAndStartedAtOnce() {
        options.stop(B);
        options.stop(null);
        assertThat(options.of(A).pool()).isFalse();
        assertThat(options.isStopped(null)).isTrue();
        options.restart(null);
        assertThat(options.of(A).pool()).isTrue();
        assertThat(options.of(B).pool()).isTrue();
    }
}
