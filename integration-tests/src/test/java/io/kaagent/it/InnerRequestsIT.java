package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the JDK sends more than one request for one of the application's, one slot must do. */
class InnerRequestsIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,acquireTimeout=3000");
    }

    @BeforeEach
    void authenticate() {
        client.tell(new Message("authenticate").with("user", "somebody"));
    }

    @Test
    void aRedirect() {
        try (Site site = ServerJvm.site()) {
            threeTimes(Ask.of(site, "body=10&status=302&redirect"));
        }
    }

    @Test
    void aChallengeForAPassword() {
        try (Site site = ServerJvm.site()) {
            threeTimes(Ask.of(site, "auth=basic&body=10"));
            threeTimes(Ask.of(site, "auth=basic").body(50));
        }
    }

    @Test
    void theThreeStepsOfNtlm() {
        try (Site site = ServerJvm.site()) {
            threeTimes(Ask.of(site, "auth=ntlm&body=10"));
            threeTimes(Ask.of(site, "body=10"));
        }
    }

    @Test
    void theTunnelThroughAProxy() {
        try (Site site = ServerJvm.https();
                Site proxy = ServerJvm.site()) {
            threeTimes(Ask.of(site, "body=10&status=302&redirect").with("proxy", proxy.port()));
            threeTimes(Ask.of(site, "body=10"));
        }
    }

    private void threeTimes(Ask ask) {
        for (int i = 0; i < 3; i++) {
            Outcome outcome = client.exchange(ask);
            assertThat(outcome.right()).as("%s", outcome).isTrue();
        }
    }
}
