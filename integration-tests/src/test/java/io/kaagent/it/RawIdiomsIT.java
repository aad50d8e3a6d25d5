package io.kaagent.it;

import io.kaagent.it.child.raw.IdiomCase;
import io.kaagent.it.child.raw.Idioms;
import io.kaagent.it.child.raw.Transport;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What raw clients see and what they cost the server, with the agent and without. {@code ka.it.rawRequests} says how many requests to make of
 * each idiom; without it, 160 of the main ones and fewer of the others: at least three for each of the threads, so that connections which are
 * not used again are more than may be.
 */
class RawIdiomsIT extends RawComparison {
    @ParameterizedTest(name = "{0}, {1} threads")
    @MethodSource("cases")
    void seesWhatItSawWithoutTheAgent(IdiomCase idiom, int threads) {
        assertSeesTheSame(idiom, Transport.PLAIN, threads, REQUESTS);
    }

    static Stream<Arguments> cases() {
        return Idioms.all().stream().flatMap(idiom -> Stream.of(Arguments.of(idiom, 1), Arguments.of(idiom, 16)));
    }
}
