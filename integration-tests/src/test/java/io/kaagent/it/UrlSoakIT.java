package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * What is left of very many requests that were answered, failed, were closed too early or dropped: nothing. {@code ka.it.soakRequests} asks for
 * more of them, {@code ka.it.soakSeed} for those of a run that is to be seen again.
 */
@OnEveryJdkAtOnce
class UrlSoakIT {
    private static final int REQUESTS = Integer.getInteger("ka.it.soakRequests", 300);
    /** These load classes, start threads of the JVM's, open files. */
    private static final int FIRST = 300;

    /** To ask the network something, and to close others by. */
    private static final int OF_THE_JDK = 2;

    /** Of TLS, that the JDK remembers: 20 480 if it is not told. */
    private static final int SESSIONS = 100;

    /** The JDK alone remembers some hundred bytes of each password that it was given. */
    private static final int MOST_HEAP = 4 << 20;

    @Parameter
    Jdk jdk;

    @TempDir
    private Path directory;

    private Mix mix;
    private ClientJvm client;

    @Test
    void nothingIsLeftOfVeryManyRequests() {
        try (Mix opened = new Mix("ka.it.soakSeed");
                ClientJvm started = Mix.client(AgentJvm.on(jdk)
                        .optimizingFor(REQUESTS)
                        .agent("timeout=200")
                        .property("javax.net.ssl.sessionCacheSize", SESSIONS))) {
            mix = opened;
            client = started;
            Path lines = directory.resolve("lines");
            mix.requests(client, Mix.kept(jdk), 0, FIRST, lines);
            Holdings before = afterANudge();
            mix.requests(client, Mix.kept(jdk), FIRST, FIRST + REQUESTS, lines);
            afterANudge();
            Holdings after = holdings(Holdings::isAtRest);
            String what = REQUESTS + " requests of -Dka.it.soakSeed=" + mix.seed() + " on " + jdk + ":\n  before "
                    + before + "\n  afterwards " + after;
            System.out.println(what);
            assertThat(after.threads()).as(what).isSubsetOf(before.threads());
            assertThat(after.sockets()).as(what).isLessThanOrEqualTo(OF_THE_JDK);
            assertThat(after.files())
                    .as(what)
                    .hasSizeLessThanOrEqualTo(before.files().size());
            assertThat(after.heap() - before.heap()).as(what).isLessThan(MOST_HEAP);
        }
    }

    /** What was dropped is found at the next request after a collection. */
    private Holdings afterANudge() {
        return holdings(look -> {
            if (look.busy() > 0) {
                mix.nudge(client);
            }
            return look.busy() == 0;
        });
    }

    private Holdings holdings(Predicate<Holdings> state) {
        Holdings[] last = new Holdings[1];
        Await.until(
                () -> {
                    last[0] = mix.holdings(client);
                    return state.test(last[0]);
                },
                () -> last[0] + " by -Dka.it.soakSeed=" + mix.seed());
        return last[0];
    }
}
