package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Very many requests of all kinds, by URL and by sockets, with TLS and without, two of five to a server that keeps closing: the application
 * holds no more in the end than in the beginning. {@code ka.it.steadyRequests} asks for more of them.
 */
@OnEveryJdkAtOnce
class SteadyLoadIT {
    private static final int REQUESTS = Integer.getInteger("ka.it.steadyRequests", 40_000);
    private static final int SAMPLES = 20;

    /** How many numbers there are to 100 requests that take no time. */
    private static final int NUMBERS_TO_100 = 620;

    /** Of TLS, that the JDK remembers: 20 480 if it is not told. */
    private static final int SESSIONS = 100;

    private static final long HEAP_SLACK = 1 << 20;
    private static final long METASPACE_SLACK = 1 << 20;
    private static final int CLASSES_SLACK = 100;

    /** Names of threads: the agent's own come and go. */
    private static final int THREADS_SLACK = 1;

    @Parameter
    Jdk jdk;

    @Test
    void holdsNoMoreInTheEndThanInTheBeginning() {
        List<Sample> samples = new ArrayList<>();
        int sent = 0;
        try (Chaos chaos = new Chaos(1, REQUESTS);
                ClientJvm client = Chaos.client(
                        chaos.jvm(jdk).agent("timeout=300").property("javax.net.ssl.sessionCacheSize", SESSIONS))) {
            int step = (int) ((long) REQUESTS * NUMBERS_TO_100 / 100 / SAMPLES);
            for (int i = 0; i < SAMPLES; i++) {
                ChaosRun run = chaos.quick(client, i * step, (i + 1) * step);
                assertThat(run.wrong()).isEmpty();
                assertThat(run.changed()).isEmpty();
                sent += run.sent();
                samples.add(Sample.of(client.tell("sample")));
            }
            Chaos.await(client, Holdings::isAtRest);
        }
        String what = sent + " requests on " + jdk + ":\n  " + samples;
        System.out.println(what);
        assertFlat(samples, Sample::heap, HEAP_SLACK, "heap of " + what);
        assertFlat(samples, Sample::metaspace, METASPACE_SLACK, "metaspace of " + what);
        assertFlat(samples, Sample::classes, CLASSES_SLACK, "classes of " + what);
        assertFlat(samples, Sample::threads, THREADS_SLACK, "threads of " + what);
        assertFlat(samples, Sample::files, 0, "files of " + what);
    }

    /** The least of the last quarter of the samples as that of the second: in between, there is always something that was not finalized yet. */
    private static void assertFlat(List<Sample> samples, ToLongFunction<Sample> of, long slack, String what) {
        int quarter = samples.size() / 4;
        long before = least(samples.subList(quarter, 2 * quarter), of);
        long after = least(samples.subList(samples.size() - quarter, samples.size()), of);
        assertThat(after).as(what).isLessThanOrEqualTo(before + slack);
    }

    private static long least(List<Sample> samples, ToLongFunction<Sample> of) {
        return samples.stream().mapToLong(of).min().orElseThrow();
    }

    /**
     * At one moment, after a collection.
     *
     * @param heap in bytes, as metaspace
     * @param files what is open but for sockets
     */
    private record Sample(int heap, int metaspace, int classes, int threads, int sockets, int files) {
        static Sample of(Message look) {
            Holdings holdings = Holdings.of(look);
            return new Sample(
                    holdings.heap(),
                    look.number("metaspace"),
                    look.number("classes"),
                    holdings.threads().size(),
                    holdings.sockets(),
                    holdings.files().size());
        }

        @Override
        public String toString() {
            return String.format(
                    "%,d heap %,d metaspace %,d classes %d threads %d sockets %d files%n ",
                    heap, metaspace, classes, threads, sockets, files);
        }
    }
}
