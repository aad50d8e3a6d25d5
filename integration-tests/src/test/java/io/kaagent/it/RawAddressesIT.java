package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a socket says it is, on a connection of its own and on a used one. */
class RawAddressesIT extends SharedClient {
    @Override
    AgentJvm jvm() {
        return AgentJvm.on(jdk).agent();
    }

    @Test
    void areTheSameAsWithoutTheAgent() {
        try (Site site = ServerJvm.site();
                ClientJvm plain = AgentJvm.on(jdk).client()) {
            List<String> expected = looks(plain, site);
            assertThat(looks(client, site)).isEqualTo(expected);
            assertThat(looks(client, site)).isEqualTo(expected);
            assertThat(site.tally().accepted()).isEqualTo(2);
        }
    }

    @Test
    void ofAUsedConnectionAreItsOwn() {
        try (Site site = ServerJvm.site()) {
            int first = localPort(site);
            assertThat(localPort(site)).isEqualTo(first);
            assertThat(site.tally().accepted()).isEqualTo(1);
        }
    }

    /** Before connect, connected, and closed. */
    private static List<String> looks(ClientJvm client, Site site) {
        AppSocket socket = AppSocket.in(client);
        Message before = socket.look();
        socket.connect(site.port());
        Message connected = socket.look();
        assertThat(socket.exchange(site, "body=10").right()).isTrue();
        Message used = socket.look();
        Message closed = socket.close();
        String local = connected.get("localPort");
        return List.of(before.toString(), masked(connected, local), masked(used, local), masked(closed, local));
    }

    private int localPort(Site site) {
        AppSocket socket = AppSocket.connected(client, site.port());
        assertThat(socket.exchange(site, "body=10").right()).isTrue();
        int port = socket.look().number("localPort");
        socket.close();
        return port;
    }

    private static String masked(Message look, String localPort) {
        return look.toString().replace(localPort, "L");
    }
}
