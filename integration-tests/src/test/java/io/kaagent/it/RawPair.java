package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.raw.Connections;
import io.kaagent.it.child.raw.IdiomCase;
import io.kaagent.it.child.raw.RawIdioms;
import io.kaagent.it.child.raw.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The same raw clients in two JVMs, one without the agent and one with it, at the same time: all that they see has to be equal. */
final class RawPair implements AutoCloseable {
    private final Jdk jdk;
    private final ClientJvm plain;
    private final ClientJvm client;

    RawPair(Jdk jdk) {
        this.jdk = jdk;
        plain = new ClientJvm(trusting(jdk).start(RawIdioms.class), false);
        client = new ClientJvm(trusting(jdk).agent().start(RawIdioms.class), true);
    }

    /** @param directory for the lines that they see */
    void assertSeesTheSame(IdiomCase idiom, Transport transport, int threads, int requests, Path directory) {
        CompletableFuture<RawRun> without = CompletableFuture.supplyAsync(
                () -> RawRun.of(idiom, transport, plain, threads, requests, directory.resolve("plain")));
        RawRun now = RawRun.of(idiom, transport, client, threads, requests, directory.resolve("agent"));
        RawRun before = without.join();
        String what = idiom + " by " + transport + " on " + jdk + ", " + threads + " threads";
        now.assertLooksLike(before, what);
        assertThat(now.tally().repeated()).as("%s: sent twice", what).isEmpty();
        if (!idiom.leavesEarly()) {
            assertThat(sorted(now.tally().arrivals()))
                    .as("%s: requests that arrived", what)
                    .isEqualTo(sorted(before.tally().arrivals()));
        }
        assertThat(now.tally().accepted())
                .as("%s: connections for %d requests", what, requests)
                .isBetween(
                        least(idiom, before.tally().accepted()),
                        most(idiom, transport, threads, before.tally().accepted()));
    }

    @Override
    public void close() {
        plain.close();
        client.close();
    }

    private static AgentJvm trusting(Jdk jdk) {
        return AgentJvm.on(jdk)
                .option("-XX:TieredStopAtLevel=1")
                .property("javax.net.ssl.trustStore", Certificates.trustStore());
    }

    private static int least(IdiomCase idiom, int before) {
        return idiom.connections() == Connections.UNTOUCHED ? before : 0;
    }

    /** Sockets that layer have one more to begin with: that they will is known once they have, and for whom, too. */
    private static int most(IdiomCase idiom, Transport transport, int threads, int before) {
        if (idiom.connections() != Connections.REUSED) {
            return before;
        }
        return transport == Transport.PLAIN ? 2 * threads : 3 * threads + 1;
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}
