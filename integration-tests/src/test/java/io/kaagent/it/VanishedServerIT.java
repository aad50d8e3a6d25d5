package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The server's host is gone, and has told nobody. Another one comes up at its address, and answers what is said on old connections by a reset. */
@OnEveryJdkAtOnce
class VanishedServerIT {
    private static final List<String> METHODS = List.of("GET", "HEAD", "PUT", "DELETE", "POST");

    @Parameter
    Jdk jdk;

    @BeforeEach
    void onLinux() {
        TwoHosts.assume();
    }

    /** None is noticed before the next request is on its way: nobody asks before a minute is over. */
    @Test
    void theNextRequestGetsAFreshConnection() {
        try (TwoHosts hosts = new TwoHosts();
                ClientJvm plain = hosts.onClient(AgentJvm.on(jdk)).client();
                ClientJvm client = hosts.onClient(AgentJvm.on(jdk))
                        .agent("timeout=60000,keepAliveMsecs=60000,unsafeReuseIdle=100")
                        .client()
                        .mayWarnOf("the JDK sent a POST ")) {
            List<Next> with = Stream.of(Caller.values())
                    .flatMap(caller -> nexts(hosts, client, caller))
                    .toList();
            List<Next> without = Stream.of(Caller.values())
                    .flatMap(caller -> nexts(hosts, plain, caller))
                    .toList();
            hosts.replaceServer();
            for (int i = 0; i < with.size(); i++) {
                Next next = with.get(i);
                Outcome outcome = next.outcome(hosts);
                assertThat(outcome.failure())
                        .as("%s: %s", next, outcome)
                        .isEqualTo(without.get(i).outcome(hosts).failure());
                if (!next.kind.equals("streaming")) {
                    assertThat(outcome.right()).as("%s: %s", next, outcome).isTrue();
                    assertThat(outcome.connection()).as("%s", next).isEqualTo(1);
                }
            }
        }
    }

    private static Stream<Next> nexts(TwoHosts hosts, ClientJvm client, Caller caller) {
        Stream<String> kinds = Caller.OF_THE_JDK.contains(caller)
                ? Stream.concat(METHODS.stream(), Stream.of("streaming"))
                : METHODS.stream();
        return kinds.map(kind -> new Next(hosts, client, caller, kind));
    }

    /** A request whose connection has been used before. */
    private static final class Next {
        private final ClientJvm client;
        private final Caller caller;
        private final String kind;
        private final Site before;

        Next(TwoHosts hosts, ClientJvm client, Caller caller, String kind) {
            this.client = client;
            this.caller = caller;
            this.kind = kind;
            before = caller.site(hosts);
            assertThat(client.exchange(caller.ask(before, kept())).right()).isTrue();
        }

        Outcome outcome(TwoHosts hosts) {
            Ask ask = caller.ask(hosts.again(before), "body=10");
            return client.exchange(
                    switch (kind) {
                        case "POST" -> ask.body(20);
                        case "PUT" -> ask.body(20).method("PUT");
                        case "streaming" -> ask.body(20).with("streaming", "fixed");
                        default -> ask.method(kind);
                    });
        }

        /** What a server promises counts for the POST of a socket, too: without, it gets a fresh connection. */
        private String kept() {
            return kind.equals("POST") && !Caller.OF_THE_JDK.contains(caller) ? "body=10" : "body=10&hint=timeout=60";
        }

        @Override
        public String toString() {
            return kind + " by " + caller;
        }
    }
}
