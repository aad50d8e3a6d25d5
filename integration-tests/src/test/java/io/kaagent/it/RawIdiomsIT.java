package io.kaagent.it;

import io.kaagent.it.child.raw.IdiomCase;
import io.kaagent.it.child.raw.Idioms;
import io.kaagent.it.child.raw.Transport;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What raw clients see and what they cost the server, with the agent and without. {@code ka.it.rawRequests} says how many requests to make of
 * each idiom, by one thread and by some; without it, 160 of the main ones and fewer of the others, at least three for each of the threads, so that
 * connections which are not used again are more than may be; and where there are several JDKs, by one thread on each second of them, by some on the
 * others, another time with the next idiom.
 */
class RawIdiomsIT extends RawComparison {
    private static final int THREADS = 16;

    @ParameterizedTest(name = "{0}, turn {1}")
    @MethodSource("cases")
    void seesWhatItSawWithoutTheAgent(IdiomCase idiom, int turn) {
        int way = turn + Jdks.all().toList().indexOf(jdk);
        assertSeesTheSame(idiom, Transport.PLAIN, way % 2 == 0 ? 1 : THREADS, REQUESTS);
    }

    static Stream<Arguments> cases() {
        List<IdiomCase> idioms = Idioms.all();
        int turns = REQUESTS == null && Jdks.all().count() > 1 ? 1 : 2;
        return IntStream.range(0, idioms.size())
                .boxed()
                .flatMap(i -> IntStream.range(i, i + turns).mapToObj(turn -> Arguments.of(idioms.get(i), turn)));
    }
}
