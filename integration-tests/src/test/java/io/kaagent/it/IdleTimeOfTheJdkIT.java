package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** {@code http.keepAlive.time.server} (JDK-8278067) holds for the pool too, on every JDK. */
@OnEveryJdkAtOnce
class IdleTimeOfTheJdkIT {
    private static final int LONGER_THAN_THE_DEFAULT = 4_300;

    @Parameter
    Jdk jdk;

    @Test
    void isRespectedWhereTheAgentWasNotToldAnother() {
        try (Site told = ServerJvm.site();
                Site silent = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent()
                        .property("http.keepAlive.time.server", 60)
                        .property("ka.origin.127.0.0.1:" + told.port() + ".timeout", LONGER_THAN_THE_DEFAULT)
                        .client()) {
            assertThat(client.exchange(Ask.of(silent, "body=10")).right()).isTrue();
            assertThat(client.exchange(Ask.of(told, "body=10")).right()).isTrue();
            told.awaitOpen(0); // beyond the default of 4 s, and free no longer than the other
            assertThat(silent.tally().open()).isEqualTo(1);
            assertThat(client.exchange(Ask.of(silent, "body=10")).connection()).isEqualTo(1);
        }
    }
}
