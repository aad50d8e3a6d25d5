package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.attack.AttackClient;
import io.kaagent.it.child.attack.AttackServer;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A client of many threads with the agent against a server of many faults. {@code ka.it.attackSeed} asks for other ones, {@code
 * ka.it.attackRequests} for more.
 */
final class Attack implements AutoCloseable {
    static final int REQUESTS = Integer.getInteger("ka.it.attackRequests", 4_000);
    static final int MOST_SOCKETS = 10;
    private static final int SEED = Integer.getInteger("ka.it.attackSeed", 3);
    private static final int IN_A_ROUND = 4_000;
    private static final int THREADS = 64;

    private final RunningJvm server = AgentJvm.on(Jdks.atHand()).start(AttackServer.class);
    private final ClientJvm client;
    private final Path tls;

    /** @param tls the key store of the server; null for no TLS */
    Attack(Jdk jdk, Path tls) {
        AgentJvm jvm = AgentJvm.on(jdk).optimizing().agent("maxSockets=" + MOST_SOCKETS);
        this.client = new ClientJvm(jvm.start(AttackClient.class), true)
                .mayWarnOf("sent bytes that belong to no response", " closes connections that are free");
        this.tls = tls;
    }

    @Override
    public void close() {
        client.close();
        server.kill();
    }

    /** Every answer is the one to its request, and no socket is left over beside those of the pool. What the server has counted. */
    Message inRounds(int requests) {
        attack(order("warm", THREADS));
        int others = settled(look -> true).others();
        int round = 0;
        for (int sent = 0; sent < requests; sent += IN_A_ROUND) {
            attack(order("r" + round++, Math.min(IN_A_ROUND, requests - sent)));
        }
        Message tally = server.ask(new Message("tally"));
        assertThat(tally.number("reused")).isGreaterThan(tally.number("requests") / 10);
        assertThat(tally.number("repeated")).isPositive();
        settled(look -> look.others() == others);
        return tally;
    }

    /** Mostly in this way, and by this fault. */
    void by(String way, String fault) {
        attack(order(way, 3 * THREADS).with("way", way).with("fault", fault));
        settled(look -> true);
    }

    private static Message order(String round, int requests) {
        return new Message("attack")
                .with("round", round)
                .with("seed", SEED)
                .with("threads", THREADS)
                .with("requests", requests);
    }

    private void attack(Message order) {
        Message listen = new Message("listen").with("seed", SEED).with("limit", MOST_SOCKETS);
        Message listening = server.ask(tls == null ? listen : listen.with("tls", tls));
        Message verdict = client.tell((tls == null ? order : order.with("tls", tls)).withAll(listening));
        String what = order.get("round") + " of seed " + SEED + ": " + verdict.get("counts");
        assertThat(verdict.get("wrong")).as(what).isEmpty();
        assertThat(server.ask(new Message("tally")).get("wrong"))
                .as("sent twice in " + what)
                .isEmpty();
    }

    /**
     * Nothing is busy any more, and what is free is what the server has open. Waits for what is wanted of it besides: a socket that was forgotten is
     * closed by a thread of the JDK, some time after the collection that has found it.
     */
    private Look settled(Predicate<Look> wanted) {
        Look[] last = {look()};
        Await.until(
                () -> {
                    Look before = last[0];
                    last[0] = look();
                    return last[0].isSettled() && last[0].equals(before) && wanted.test(last[0]);
                },
                () -> last[0]);
        return last[0];
    }

    private Look look() {
        Message look = client.tell("look");
        int open = server.ask(new Message("tally")).number("open");
        return new Look(look.number("busy"), look.number("waiting"), look.number("free"), look.number("sockets"), open);
    }

    /**
     * The pool, the descriptors of the client's JVM, and what the server has open.
     *
     * @param sockets -1 where the platform does not tell
     */
    private record Look(int busy, int waiting, int free, int sockets, int open) {
        boolean isSettled() {
            return busy == 0 && waiting == 0 && free == open;
        }

        /** Sockets that are not the pool's. */
        int others() {
            return sockets < 0 ? 0 : sockets - free;
        }
    }
}
