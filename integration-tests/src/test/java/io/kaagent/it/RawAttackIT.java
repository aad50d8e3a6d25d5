package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.attack.AttackClient;
import io.kaagent.it.child.attack.AttackServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many threads with raw sockets against a server that answers early, late, twice, half or not at all. Each answer is compared with its
 * request, byte by byte. {@code ka.it.attackRequests} asks for more, {@code ka.it.attackSeed} for others.
 */
@OnEveryJdk
class RawAttackIT {
    private static final int REQUESTS = Integer.getInteger("ka.it.attackRequests", 20_000);
    private static final int SEED = Integer.getInteger("ka.it.attackSeed", 3);
    private static final int IN_A_ROUND = 4_000;
    private static final int THREADS = 64;
    private static final int MOST_SOCKETS = 10;

    @Parameter
    Jdk jdk;

    private RunningJvm server;
    private ClientJvm client;
    private Path tls;

    @BeforeParameterizedClassInvocation
    void start() {
        server = AgentJvm.on(Jdks.atHand()).start(AttackServer.class);
        AgentJvm jvm = AgentJvm.on(jdk).agent("maxSockets=" + MOST_SOCKETS);
        client = new ClientJvm(jvm.start(AttackClient.class), true).mayWarnOf("sent bytes that belong to no response");
    }

    @AfterParameterizedClassInvocation
    void end() {
        client.close();
        server.kill();
    }

    @Test
    void everyAnswerIsTheOneToItsRequest() {
        Message tally = attackInRounds("", REQUESTS);
        assertThat(tally.number("mostOpen")).isLessThanOrEqualTo(MOST_SOCKETS);
    }

    /** The connections of TLS are closed a moment after their slot was given on: their number is not the point here. */
    @Test
    void overTlsTooEveryAnswerIsTheOneToItsRequest() {
        tls = Certificates.right();
        attackInRounds("tls-", REQUESTS / 8);
    }

    private Message attackInRounds(String name, int requests) {
        attack(order(name + "warm", THREADS));
        int others = settled().others();
        int round = 0;
        for (int sent = 0; sent < requests; sent += IN_A_ROUND) {
            attack(order(name + "r" + round++, Math.min(IN_A_ROUND, requests - sent)));
        }
        Message tally = server.ask(new Message("tally"));
        assertThat(tally.number("reused")).isGreaterThan(tally.number("requests") / 10);
        assertThat(tally.number("repeated")).isPositive();
        assertThat(settled().others()).as("sockets beside those of the pool").isEqualTo(others);
        return tally;
    }

    /** What went wrong once. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "DEAF, LATE",
        "HALF_CLOSED, STALE",
        "KEPT, TWICE",
        "TWO_THREADS, STALE",
        "POLLING, STALE_RESET",
        "CLOSED_WHILE_WRITING, PIECES",
        "ABANDONED, NONE"
    })
    void norBy(String way, String fault) {
        attack(order(way, 320).with("way", way).with("fault", fault));
        assertThat(settled().busy()).isZero();
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

    /** Nothing is busy any more, and what is free is what the server has open. */
    private Look settled() {
        Look[] last = {look()};
        Await.until(
                () -> {
                    Look before = last[0];
                    last[0] = look();
                    return last[0].isSettled() && last[0].equals(before);
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
