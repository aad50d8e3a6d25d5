package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.chaos.Kind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Every kind of client at 32 threads against servers that misbehave at random: with the agent nothing happens that could not have happened
 * without. {@code ka.it.chaosRequests} asks for more requests, {@code ka.it.chaosSeed} for those of a run that is to be seen again.
 */
@OnEveryJdk
class ChaosIT {
    private static final int REQUESTS = Integer.getInteger("ka.it.chaosRequests", 1_000);

    /** After which all classes are loaded, and all files open. */
    private static final int FIRST = 500;

    /** The JDK's own, to ask the network something, and to close others by. */
    private static final int OF_THE_JDK = 2;

    /** No client, with the agent or without, sends one request more often than that. */
    private static final int MOST_TIMES = 4;

    @Parameter
    Jdk jdk;

    private final int seed =
            Integer.getInteger("ka.it.chaosSeed", ThreadLocalRandom.current().nextInt(1, 1_000_000));

    @Test
    void nothingIsWorseThanWithoutTheAgent() {
        try (Chaos chaos = new Chaos(seed, REQUESTS);
                ClientJvm plain = Chaos.client(chaos.jvm(jdk));
                ClientJvm agent = Chaos.client(chaos.jvm(jdk)
                        .agent("timeout=300,maxSockets=24")
                        .property("ka.origin.localhost.maxSockets", "Infinity"))) {
            chaos.run(0, FIRST, plain, agent);
            Holdings before = Chaos.await(agent, Holdings::isAtRest);
            List<ChaosRun> runs = chaos.run(FIRST, FIRST + REQUESTS, plain, agent);
            ChaosRun usual = runs.get(0);
            ChaosRun pooled = runs.get(1);
            String what = REQUESTS + " requests of -Dka.it.chaosSeed=" + seed + " on " + jdk;
            System.out.println(what + "\n  without: " + usual + "\n  with: " + pooled);
            SoftAssertions all = new SoftAssertions();
            all.assertThat(pooled.wrong()).as(what).isEmpty();
            all.assertThat(pooled.changed())
                    .as("came otherwise than sent, of " + what)
                    .isEmpty();
            Set<String> mayBe = ChaosExceptions.known();
            mayBe.addAll(usual.failures().keySet());
            all.assertThat(pooled.failures().keySet())
                    .as("types of exceptions of " + what)
                    .isSubsetOf(mayBe);
            all.assertThat(pooled.failed())
                    .as("failures of " + what)
                    .isLessThanOrEqualTo(usual.failed() + luck(usual.failed()));
            all.assertThat(pooled.cutOff())
                    .as("cut off of " + what)
                    .isLessThanOrEqualTo(usual.cutOff() + luck(usual.cutOff()));
            all.assertThat(pooled.most()).as(what).isLessThanOrEqualTo(MOST_TIMES);
            all.assertThat(pooled.repeated())
                    .as("repeated of " + what)
                    .allSatisfy((kind, times) -> assertThat(times)
                            .as(kind)
                            .isLessThanOrEqualTo(
                                    Kind.valueOf(kind).repeatsAnything()
                                            ? usual.repeated().get(kind)
                                                    + luck(usual.repeated().get(kind))
                                            : 0));
            all.assertThat(pooled.connections()).as(what).isLessThan(usual.connections());
            all.assertAll();
            leavesNothing(before, Chaos.await(agent, Holdings::isAtRest), what);
        }
    }

    private static void leavesNothing(Holdings before, Holdings after, String what) {
        assertThat(after.threads()).as(what).isSubsetOf(before.threads());
        assertThat(after.files())
                .as(what)
                .hasSizeLessThanOrEqualTo(before.files().size());
        assertThat(after.sockets()).as(what).isLessThanOrEqualTo(OF_THE_JDK);
    }

    /** Which request meets a server that restarts is a matter of luck: within so much nothing is proved. */
    private static int luck(int count) {
        return 10 + (int) (4 * Math.sqrt(count));
    }
}
