package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The agent's threads take nothing along from the thread of the application that happens to start them. */
@OnEveryJdk
class FinishedThreadIT {
    @Parameter
    Jdk jdk;

    @Test
    void leavesNoThreadLocalBehindWhileItsConnectionIsFree() {
        try (Site site = ServerJvm.site();
                ClientJvm client = AgentJvm.on(jdk).agent("timeout=60000").client()) {
            Message inherit = new Message("inherit").with("url", site.url("body=10"));
            assertThat(client.tell(inherit).get("collected")).isEqualTo("true");
            assertThat(client.tell("threads").get("daemons")).contains("ka-agent-sweeper");
            assertThat(site.tally().open()).isEqualTo(1);
        }
    }
}
