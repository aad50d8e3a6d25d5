package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.WatchedRequests;
import java.util.Random;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response that one thread reads and another closes, at any moment: nobody else's connection is touched by it, and no byte goes astray. */
@OnEveryJdk
class WatchedRequestsIT {
    private static final int PAIRS = 6;
    private static final int REQUESTS = Integer.getInteger("ka.it.watchedRequests", 60);

    @Parameter
    Jdk jdk;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isNobodyElses(boolean tls) {
        long seed = Long.getLong("ka.it.watchedSeed", new Random().nextLong());
        System.out.println("WatchedRequestsIT on " + jdk + ": -Dka.it.watchedSeed=" + seed);
        try (Site site = tls ? ServerJvm.https() : ServerJvm.site()) {
            FinishedJvm finished = AgentJvm.on(jdk)
                    .optimizing()
                    .agent("maxSockets=8")
                    .property("javax.net.ssl.trustStore", Certificates.trustStore())
                    .run(
                            WatchedRequests.class,
                            site.url("watched"),
                            String.valueOf(PAIRS),
                            String.valueOf(REQUESTS),
                            String.valueOf(seed));
            assertThat(finished.out()).containsExactly("whole true, parts true");
            assertThat(String.join("\n", finished.errWithoutWaits())).matches(BuiltJar.startLine());
            assertThat(site.tally().arrivals()).hasSize(PAIRS * REQUESTS).doesNotHaveDuplicates();
        }
    }
}
