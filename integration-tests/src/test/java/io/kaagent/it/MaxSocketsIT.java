package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaxSocketsIT extends SharedClient {
    private static final int LIMIT = 5;
    private static final int CALLERS = 50;

    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=" + LIMIT);
    }

    @Test
    void callersBeyondTheLimitAreServedInTheOrderTheyAsked() {
        try (Site site = ServerJvm.siteLimitedTo(LIMIT)) {
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                asked.add("caller" + i);
                beginAndAwaitItsPlace(site, i);
            }
            for (int answered = 1; answered <= CALLERS; answered++) {
                site.release(1);
                site.awaitArrivals(Math.min(CALLERS, LIMIT + answered));
            }
            assertThat(asked)
                    .allSatisfy(
                            caller -> assertThat(client.outcome(caller).right()).isTrue());
            assertThat(site.tally().arrivals()).isEqualTo(asked);
            assertThat(site.tally().accepted()).isEqualTo(LIMIT);
        }
    }

    @Test
    void aCrowdNeverOpensMoreThanTheLimit() {
        try (Site site = ServerJvm.siteLimitedTo(LIMIT)) {
            assertThat(client.load(Ask.of(site, "delay=2"), CALLERS, 1_000)).isEqualTo(Loaded.allRight(1_000));
            assertThat(site.tally().mostOpen()).isEqualTo(LIMIT);
            assertThat(site.tally().repeated()).isEmpty();
        }
    }

    private void beginAndAwaitItsPlace(Site site, int number) {
        String caller = "caller" + number;
        client.begin(caller, Ask.of(site, "hold").id(caller));
        if (number < LIMIT) {
            site.awaitArrivals(number + 1);
        } else {
            Await.until(() -> client.isWaitingForAConnection(caller), () -> caller + " does not wait");
        }
    }
}
