package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Rule 7. */
@OnEveryJdk
class SchedulingIT {
    @Parameter
    Jdk jdk;

    @Test
    void lifoTakesTheConnectionThatWasFreedLast() {
        assertThat(connectionTakenOutOfTwo("lifo")).isEqualTo(2);
    }

    @Test
    void fifoTakesTheConnectionThatWasFreedFirst() {
        assertThat(connectionTakenOutOfTwo("fifo")).isEqualTo(1);
    }

    private int connectionTakenOutOfTwo(String scheduling) {
        try (Site site = ServerJvm.site();
                ClientJvm client =
                        AgentJvm.on(jdk).agent("scheduling=" + scheduling).client()) {
            client.begin("first", Ask.of(site, "hold"));
            site.awaitArrivals(1);
            client.begin("second", Ask.of(site, "hold"));
            site.awaitArrivals(2);
            site.release(1);
            assertThat(client.outcome("first").connection()).isEqualTo(1);
            site.release(1);
            assertThat(client.outcome("second").connection()).isEqualTo(2);
            return client.exchange(Ask.of(site, "body=10")).connection();
        }
    }
}
