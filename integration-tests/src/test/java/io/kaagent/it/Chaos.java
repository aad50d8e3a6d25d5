package io.kaagent.it;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.chaos.ChaosClient;
import io.kaagent.it.child.chaos.ChaosServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Servers that do everything wrong, as a seed has it, and applications that use every kind of client. */
final class Chaos implements AutoCloseable {
    private static final int THREADS = 32;
    private static final int IN_A_ROUND = 2_000;
    private static final int IN_A_QUICK_ROUND = 50_000;

    private final int seed;
    private final int requests;
    private final RunningJvm server;
    private final String ports;

    /** @param requests how many are to come, more or less */
    Chaos(int seed, int requests) {
        this.seed = seed;
        this.requests = requests;
        this.server = jvm(Jdks.atHand()).start(ChaosServer.class);
        this.ports = server.ask(new Message("listen").with("seed", seed).with("tls", Certificates.right()))
                .get("ports");
    }

    /** One of the two. */
    AgentJvm jvm(Jdk jdk) {
        return AgentJvm.on(jdk).optimizingFor(requests);
    }

    /** An application that is about to send its requests. */
    static ClientJvm client(AgentJvm jvm) {
        return jvm.property("javax.net.ssl.trustStore", Certificates.trustStore())
                .property("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog")
                .clientOf(ChaosClient.class, Library.COMMONS_HTTPCLIENT, Library.HTTPCLIENT, Library.XML_RPC)
                .mayWarnOf(
                        "sent bytes that belong to no response",
                        " once more",
                        " closes connections that are free",
                        " waited ")
                .mayPrint("[Fatal Error] "); // the JDK's parser, of an answer that was cut off
    }

    /** Those of them that take no time, from one number up to, not including, another; or fewer, if something comes otherwise than it was sent. */
    ChaosRun quick(ClientJvm client, int from, int to) {
        ChaosRun run = new ChaosRun();
        for (int at = from; at < to; at += IN_A_QUICK_ROUND) {
            begin();
            round(
                    client,
                    "quick",
                    order(at, Math.min(to, at + IN_A_QUICK_ROUND)).with("quick", true),
                    run);
            run.end(receipts("quick"));
            if (!run.changed().isEmpty()) {
                return run;
            }
        }
        return run;
    }

    /**
     * Those from one number up to, not including, another, by each client: in rounds that take turns, so that none of them has a better time of it
     * than the others. Returns what came of them, client by client.
     */
    List<ChaosRun> run(int from, int to, ClientJvm... clients) {
        begin();
        List<ChaosRun> runs = new ArrayList<>();
        for (ClientJvm client : clients) {
            runs.add(new ChaosRun());
        }
        for (int at = from; at < to; at += IN_A_ROUND) {
            for (int i = 0; i < clients.length; i++) {
                round(clients[i], "client" + i, order(at, Math.min(to, at + IN_A_ROUND)), runs.get(i));
            }
        }
        for (int i = 0; i < clients.length; i++) {
            runs.get(i).end(receipts("client" + i));
        }
        return runs;
    }

    private void begin() {
        server.ask(new Message("begin"));
    }

    private void round(ClientJvm client, String name, Message order, ChaosRun run) {
        server.ask(new Message("serve").with("client", name));
        long start = System.nanoTime();
        run.add(client.tell(order), (System.nanoTime() - start) / 1_000_000);
    }

    private Message receipts(String name) {
        return server.ask(new Message("receipts").with("client", name));
    }

    private Message order(int from, int to) {
        return new Message("run")
                .with("seed", seed)
                .with("ports", ports)
                .with("threads", THREADS)
                .with("from", from)
                .with("to", to);
    }

    /** What the application holds, once it is so. */
    static Holdings await(ClientJvm client, Predicate<Holdings> state) {
        Holdings[] last = new Holdings[1];
        Await.until(
                () -> {
                    last[0] = Holdings.of(client.tell("look"));
                    return state.test(last[0]);
                },
                () -> last[0]);
        return last[0];
    }

    @Override
    public void close() {
        server.kill();
    }
}
