package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.raw.Connections;
import io.kaagent.it.child.raw.IdiomCase;
import io.kaagent.it.child.raw.Idioms;
import io.kaagent.it.child.raw.RawIdioms;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What raw clients see and what they cost the server, with the agent and without. {@code ka.it.rawRequests} says how many requests to make of
 * each idiom; without it, 2000 of the main ones and fewer of the others.
 */
@OnEveryJdk
class RawIdiomsIT {
    private static final Integer REQUESTS = Integer.getInteger("ka.it.rawRequests");

    @TempDir
    private Path directory;

    @Parameter
    Jdk jdk;

    private ClientJvm plain;
    private ClientJvm client;

    @BeforeParameterizedClassInvocation
    void start() {
        plain = new ClientJvm(AgentJvm.on(jdk).start(RawIdioms.class), false);
        client = new ClientJvm(AgentJvm.on(jdk).agent().start(RawIdioms.class), true);
    }

    @AfterParameterizedClassInvocation
    void end() {
        plain.close();
        client.close();
    }

    @ParameterizedTest(name = "{0}, {1} threads")
    @MethodSource("cases")
    void seesWhatItSawWithoutTheAgent(IdiomCase idiom, int threads) {
        int requests = idiom.requests(REQUESTS, threads);
        RawRun before = RawRun.of(idiom, plain, threads, requests, directory.resolve("plain"));
        RawRun now = RawRun.of(idiom, client, threads, requests, directory.resolve("agent"));
        String what = idiom + " on " + jdk + ", " + threads + " threads";
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
                        most(idiom, threads, before.tally().accepted()));
    }

    private static int least(IdiomCase idiom, int before) {
        return idiom.connections() == Connections.UNTOUCHED ? before : 0;
    }

    private static int most(IdiomCase idiom, int threads, int before) {
        return idiom.connections() == Connections.REUSED ? 2 * threads : before;
    }

    static Stream<Arguments> cases() {
        return Idioms.all().stream().flatMap(idiom -> Stream.of(Arguments.of(idiom, 1), Arguments.of(idiom, 16)));
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}
