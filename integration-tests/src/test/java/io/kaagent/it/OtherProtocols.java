package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * One and the same application three times: without the agent, with it, and with it while HTTP requests have taken all the room that there is
 * in the pool. What it sees of a server, and what the server sees of it, must not differ.
 */
@OnEveryJdk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OtherProtocols {
    private static final int ROOM = 2;

    @Parameter
    Jdk jdk;

    private ClientJvm plain;
    private ClientJvm agent;
    private ClientJvm full;
    private Site site;

    abstract Library library();

    /** What the application shall do. */
    abstract Message message(String part);

    /** Connections that the server has received so far. */
    abstract long connections();

    @BeforeParameterizedClassInvocation
    void start() {
        String room = "maxSockets=" + ROOM + ",maxTotalSockets=" + ROOM + ",acquireTimeout=50";
        plain = AgentJvm.on(jdk).clientOf(library());
        agent = AgentJvm.on(jdk).agent().clientOf(library());
        full = AgentJvm.on(jdk).agent(room).clientOf(library());
        site = ServerJvm.site();
        Message hold = new Message("hold").with("url", site.url("body=10")).with("count", ROOM);
        assertThat(full.tell(hold).get("next")).contains("no connection to", "maxTotalSockets");
    }

    @AfterParameterizedClassInvocation
    void end() {
        site.close();
        plain.close();
        agent.close();
        full.close();
    }

    /**
     * What the application sees, which is the same in all three.
     *
     * @param connections how many the server receives each time
     */
    String asWithoutTheAgent(String part, int connections) {
        Seen expected = play(plain, part);
        assertThat(play(agent, part)).as("with the agent").isEqualTo(expected);
        assertThat(play(full, part)).as("while the pool is full").isEqualTo(expected);
        assertThat(expected.connections()).as(expected.transcript()).isEqualTo(connections);
        return expected.transcript();
    }

    private Seen play(ClientJvm client, String part) {
        long before = connections();
        String transcript = client.tell(message(part)).get("saw");
        return new Seen(transcript, connections() - before);
    }

    private record Seen(String transcript, long connections) {}
}
