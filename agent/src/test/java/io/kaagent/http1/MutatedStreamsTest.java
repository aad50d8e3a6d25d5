package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Mutated requests and as many mutated answers: we are never certain of what Netty or Apache HttpCore call malformed or incomplete, or
 * end elsewhere. {@code -Dka.framing.streams} is the number of both together, {@code -Dka.framing.first} the first of them. What others
 * take and we do not is counted in {@code target/framing-of-*.txt} and explained in {@code docs/framing.md}.
 */
class MutatedStreamsTest {
    private static final int STREAMS = Integer.getInteger("ka.framing.streams", 1_000_000);
    private static final int FIRST = Integer.getInteger("ka.framing.first", 0);
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Test
    void isNeverCertainOfARequestThatOthersReadDifferently() throws Exception {
        Comparison all = compare((number, comparison) -> {
            byte[] stream = new Mutation(number, Seeds.REQUESTS).stream;
            assertFine(number, stream, comparison.requests(stream));
        });
        assertWorthIt(all, "requests");
    }

    @Test
    void isNeverCertainOfAnAnswerThatOthersReadDifferently() throws Exception {
        Comparison all = compare((number, comparison) -> {
            Mutation mutation = new Mutation(-1 - number, Seeds.RESPONSES);
            assertFine(number, mutation.stream, comparison.responses(mutation.stream, mutation.toHead));
        });
        assertWorthIt(all, "answers");
    }

    private interface Check {
        void check(long number, Comparison comparison);
    }

    private static Comparison compare(Check check) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Comparison>> parts = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int part = i;
                parts.add(threads.submit(() -> compare(check, part)));
            }
            Comparison all = new Comparison();
            for (Future<Comparison> part : parts) {
                all.add(part.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Comparison compare(Check check, int part) {
        Comparison comparison = new Comparison();
        for (long number = FIRST + part; number < FIRST + STREAMS / 2; number += THREADS) {
            check.check(number, comparison);
        }
        return comparison;
    }

    private static void assertFine(long number, byte[] stream, String wrong) {
        if (wrong != null) {
            throw new AssertionError(
                    "stream " + number + ": " + wrong + "\n" + new String(stream, StandardCharsets.ISO_8859_1));
        }
    }

    private static void assertWorthIt(Comparison comparison, String what) throws IOException {
        Files.writeString(Path.of("target", "framing-of-" + what + ".txt"), comparison.toString());
        assertThat(comparison.streams).isEqualTo(STREAMS / 2);
        assertThat(comparison.withClaims).isGreaterThan(comparison.streams / 4);
    }
}
