package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.Test;

/** {@code new Socket(new Proxy(HTTP, ...))}: the JDK takes the socket away from its HTTP client, which is never closed. */
class RawTunnelIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent("maxSockets=1,acquireTimeout=2000");
    }

    @Test
    void doesNotKeepASlot() {
        try (Site proxy = ServerJvm.site();
                Site target = ServerJvm.site()) {
            Message tunnel = new Message("tunnel").with("proxy", proxy.port()).with("port", target.port());
            for (int i = 0; i < 4; i++) {
                assertThat(client.tell(tunnel).get("answer")).isEqualTo("H");
            }
            assertThat(target.tally().arrivals()).hasSize(4);
            assertThat(proxy.tally().accepted()).isEqualTo(4);
        }
    }
}
