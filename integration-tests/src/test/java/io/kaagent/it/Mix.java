package io.kaagent.it;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.mix.Kept;
import io.kaagent.it.child.mix.MixClient;
import io.kaagent.it.child.mix.MixServer;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** A random mix of requests, and the server that misbehaves as the same seed has it. */
final class Mix implements AutoCloseable {
    private static final int THREADS = 16;
    private static final int IN_A_ROUND = 1_000;

    private final int seed;
    private final RunningJvm server = AgentJvm.on(Jdks.atHand()).start(MixServer.class);
    private final String ports;

    /** @param seedProperty names the seed; without it there is another one each time */
    Mix(String seedProperty) {
        seed = Integer.getInteger(seedProperty, ThreadLocalRandom.current().nextInt(1, 1_000_000));
        ports = server.ask(new Message("listen").with("seed", seed).with("tls", Certificates.right()))
                .get("ports");
    }

    int seed() {
        return seed;
    }

    /** What applications on that JDK had better not drop. */
    static Kept kept(Jdk jdk) {
        return jdk.isAtLeast(21) ? Kept.NONE : Kept.SECURE;
    }

    /** An application that makes them. */
    static ClientJvm client(AgentJvm jvm) {
        return jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                .client(MixClient.class)
                .mayWarnOf("sent bytes that belong to no response", " once more", " closes connections that are free");
    }

    /** The whole mix by one application, from its start to its end. */
    MixRun run(AgentJvm jvm, Kept kept, int requests, Path directory) {
        server.ask(new Message("begin"));
        Path lines = directory.resolve("lines");
        long start = System.nanoTime();
        try (ClientJvm client = client(jvm)) {
            requests(client, kept, 0, requests, lines);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        Path arrivals = directory.resolve("arrivals");
        Message tally = server.ask(new Message("tally").with("to", arrivals));
        return new MixRun(seed, millis, lines, arrivals, tally);
    }

    /** From that number up to, not including, the other one. */
    void requests(ClientJvm client, Kept kept, int from, int to, Path lines) {
        for (int at = from; at < to; at += IN_A_ROUND) {
            client.tell(new Message("mix")
                    .with("seed", seed)
                    .with("ports", ports)
                    .with("threads", THREADS)
                    .with("from", at)
                    .with("to", Math.min(to, at + IN_A_ROUND))
                    .with("keeps", kept)
                    .with("file", lines));
        }
    }

    /** A request without any particularity. */
    void nudge(ClientJvm client) {
        client.tell(new Message("nudge").with("seed", seed).with("ports", ports));
    }

    Holdings holdings(ClientJvm client) {
        return Holdings.of(client.tell("look"));
    }

    @Override
    public void close() {
        server.kill();
    }
}
