package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests with a server that sends what nobody asked for, of which the agent warns. */
abstract class StrayBytes extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Override
    String[] mayWarnOf() {
        return new String[] {"sent bytes that belong to no response"};
    }

    void assertOnConnection(int connection, Ask ask) {
        Outcome outcome = client.exchange(ask);
        assertThat(outcome.right()).as("%s", outcome).isTrue();
        assertThat(outcome.connection())
                .as(() -> outcome + ", "
                        + AgentCommand.on(jdk).says("status", client.jvm().pid(), "--json"))
                .isEqualTo(connection);
    }
}
