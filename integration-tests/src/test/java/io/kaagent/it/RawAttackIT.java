package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.attack.AttackClient;
import io.kaagent.it.child.attack.AttackServer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

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

    @Test
    void everyAnswerIsTheOneToItsRequest() {
        RunningJvm server = AgentJvm.on(Jdks.atHand()).start(AttackServer.class);
        AgentJvm jvm = AgentJvm.on(jdk).agent("maxSockets=" + MOST_SOCKETS);
        try (ClientJvm client =
                new ClientJvm(jvm.start(AttackClient.class), true).mayWarnOf("sent bytes that belong to no response")) {
            attack(server, client, "warm", THREADS);
            int others = settled(server, client).others();
            Random seeds = new Random(SEED);
            for (int sent = 0; sent < REQUESTS; sent += IN_A_ROUND) {
                attack(server, client, "r" + seeds.nextInt(1_000_000), Math.min(IN_A_ROUND, REQUESTS - sent));
            }
            Message tally = server.ask(new Message("tally"));
            assertThat(tally.get("wrong")).as("sent twice, seed %d", SEED).isEmpty();
            assertThat(tally.number("mostOpen")).isLessThanOrEqualTo(MOST_SOCKETS);
            assertThat(tally.number("reused")).isGreaterThan(tally.number("requests") / 4);
            assertThat(tally.number("repeated")).isPositive();
            assertThat(settled(server, client).others()).isEqualTo(others);
        } finally {
            server.kill();
        }
    }

    private static void attack(RunningJvm server, ClientJvm client, String round, int requests) {
        Message listening = server.ask(new Message("listen").with("seed", SEED).with("limit", MOST_SOCKETS));
        Message verdict = client.tell(new Message("attack")
                .withAll(listening)
                .with("round", round)
                .with("seed", SEED)
                .with("threads", THREADS)
                .with("requests", requests));
        assertThat(verdict.get("wrong"))
                .as("round %s of seed %d: %s", round, SEED, verdict.get("counts"))
                .isEmpty();
    }

    /** Nothing is busy, and what is free is what the server has open. */
    private static Look settled(RunningJvm server, ClientJvm client) {
        Look[] last = {null};
        Await.until(
                () -> {
                    last[0] = Look.at(server, client);
                    return last[0].isSettled();
                },
                () -> last[0]);
        return last[0];
    }

    /**
     * The pool, the descriptors of the client's JVM, and what the server has open.
     *
     * @param sockets -1 where the platform does not tell
     */
    private record Look(int busy, int waiting, int free, int sockets, int open) {
        static Look at(RunningJvm server, ClientJvm client) {
            Message look = client.tell("look");
            int open = server.ask(new Message("tally")).number("open");
            return new Look(
                    look.number("busy"), look.number("waiting"), look.number("free"), look.number("sockets"), open);
        }

        boolean isSettled() {
            return busy == 0 && waiting == 0 && free == open;
        }

        /** Sockets that are not the pool's. */
        int others() {
            return sockets < 0 ? 0 : sockets - free;
        }
    }
}
