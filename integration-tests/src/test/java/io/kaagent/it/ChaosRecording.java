package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Adds to what clients without the agent have been seen to end with. Run by {@code integration-tests/record-exceptions} alone. */
@OnEveryJdk
class ChaosRecording {
    private static final int REQUESTS = 20_000;

    @Parameter
    Jdk jdk;

    @Test
    void record() throws IOException {
        try (Chaos chaos = new Chaos(ThreadLocalRandom.current().nextInt(1, 1_000_000), REQUESTS);
                ClientJvm plain = Chaos.client(chaos.jvm(jdk))) {
            Set<String> seen = new TreeSet<>(
                    chaos.run(0, REQUESTS, plain).get(0).failures().keySet());
            assertThat(seen).isNotEmpty();
            ChaosExceptions.add(seen);
        }
    }
}
