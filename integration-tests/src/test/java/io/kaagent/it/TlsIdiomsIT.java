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
 * As {@link RawIdiomsIT}, by TLS: the same clients, and those that only TLS has, with sockets of two kinds, TLS 1.3 and 1.2, one thread and
 * some. {@code ka.it.rawRequests} says how many requests to make of each idiom in each of these ways; without it, a few in one of them, on
 * each JDK another, since each request is a handshake where there is no agent.
 */
class TlsIdiomsIT extends RawComparison {
    private static final int[] FEW = {3, 0, 6};
    private static final int THREADS = 3;
    private static final int WAYS = 4;

    @ParameterizedTest(name = "{0}, turn {1}")
    @MethodSource("cases")
    void seesWhatItSawWithoutTheAgent(IdiomCase idiom, int turn) {
        int way = turn + Jdks.all().toList().indexOf(jdk);
        Transport transport = way % 2 == 0 ? Transport.TLS : Transport.LAYERED;
        int threads = way / 2 % 2 == 0 ? 1 : THREADS;
        int each = REQUESTS == null ? FEW[threads - 1] : REQUESTS;
        if (idiom.canUse(transport)) {
            assertSeesTheSame(idiom, transport, threads, each);
        }
    }

    /** One idiom of each name is enough for a few: that a server's manner is not lost on the way, TLS has nothing to do with. */
    static Stream<Arguments> cases() {
        List<IdiomCase> idioms = REQUESTS == null ? Idioms.overTlsOnce() : Idioms.overTls();
        return IntStream.range(0, idioms.size())
                .boxed()
                .flatMap(i -> IntStream.range(i, i + (REQUESTS == null ? 1 : WAYS))
                        .mapToObj(turn -> Arguments.of(idioms.get(i), turn)));
    }
}
