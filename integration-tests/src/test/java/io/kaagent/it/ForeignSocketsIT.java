package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kaagent.it.child.Finish;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Sockets that wrap others: neither their descriptor nor their end can be seen, so the JDK keeps them as without the agent. */
@OnEveryJdk
@BesideOthers
class ForeignSocketsIT {
    private static final List<String> FACTORIES = List.of("foreign", "foreign below");

    @Parameter
    Jdk jdk;

    @Test
    void costAsManyConnectionsAsWithoutTheAgent() {
        assertThat(connections(AgentJvm.on(jdk).agent())).isEqualTo(connections(AgentJvm.on(jdk)));
    }

    @Test
    void loseNoSlotHoweverTheyEnd() {
        try (ClientJvm client =
                AgentJvm.on(jdk).agent("maxSockets=3,acquireTimeout=2000").client()) {
            for (String factory : FACTORIES) {
                for (String query : List.of("body=10&close", "body=10", "body=10&leave=1")) {
                    try (Site site = ServerJvm.https()) {
                        Ask ask = Ask.of(site, query).with("factory", factory);
                        assertThat(client.load(ask, 3, 12))
                                .as("%s, %s", factory, query)
                                .isEqualTo(Loaded.allRight(12));
                    }
                }
            }
        }
    }

    @Test
    void leaveNoDescriptorBehind() {
        assumeThat(Path.of("/proc/self/fd")).exists();
        leaveNoDescriptorBehind(AgentJvm.on(jdk), 10); // else it is not the agent that leaves them
        leaveNoDescriptorBehind(AgentJvm.on(jdk).agent(), 100);
    }

    private static void leaveNoDescriptorBehind(AgentJvm jvm, int requests) {
        try (ClientJvm client = jvm.client()) {
            for (String factory : FACTORIES) {
                try (Site site = ServerJvm.https()) {
                    Ask ask = Ask.of(site, "body=10&close").with("factory", factory);
                    client.exchange(ask);
                    long before = OpenSockets.of(client);
                    assertThat(client.load(ask, 1, requests)).isEqualTo(Loaded.allRight(requests));
                    Await.until(
                            () -> OpenSockets.of(client) <= before,
                            () -> factory + ": " + before + " sockets before, now " + OpenSockets.of(client));
                }
            }
        }
    }

    private static List<String> connections(AgentJvm jvm) {
        try (ClientJvm client = jvm.client()) {
            return FACTORIES.stream()
                    .flatMap(factory -> Stream.of(Finish.CLOSE, Finish.DISCONNECT)
                            .flatMap(finish -> Stream.of("body=10", "body=10&close")
                                    .map(query -> connections(client, factory, finish, query))))
                    .toList();
        }
    }

    private static String connections(ClientJvm client, String factory, Finish finish, String query) {
        try (Site site = ServerJvm.https()) {
            Ask ask = Ask.of(site, query).with("factory", factory).finish(finish);
            Loaded loaded = client.load(ask, 1, 10);
            return factory + " " + finish + " " + query + ": " + loaded + " "
                    + site.tally().accepted();
        }
    }
}
