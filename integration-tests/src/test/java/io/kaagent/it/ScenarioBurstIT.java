package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What tells keepAlive from no keepAlive under a limit: a burst, silence, three more requests. */
@OnEveryJdk
class ScenarioBurstIT {
    @Parameter
    Jdk jdk;

    @Test
    void withKeepAliveFiveStayFreeAndServeTheNextThree() {
        assertThat(connectionsOpened(true, 5)).isEqualTo(5);
    }

    @Test
    void withoutKeepAliveNoneStaysFreeAndTheNextThreeOpenTheirOwn() {
        assertThat(connectionsOpened(false, 0)).isEqualTo(8);
    }

    private int connectionsOpened(boolean keepAlive, int leftFree) {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk)
                        .agent("maxSockets=5,maxFreeSockets=5,keepAlive=" + keepAlive)
                        .client()) {
            assertThat(client.load(Ask.of(site, "delay=200"), 20, 20)).isEqualTo(Loaded.allRight(20));
            assertThat(site.tally().accepted()).isEqualTo(5);
            site.awaitOpen(leftFree);
            assertThat(client.load(Ask.of(site, "delay=200"), 3, 3)).isEqualTo(Loaded.allRight(3));
            return site.tally().accepted();
        }
    }
}
