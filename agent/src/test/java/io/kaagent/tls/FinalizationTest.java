package io.kaagent.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** On JDKs that finalize as those do whose TLS sockets have finalizers. */
@EnabledForJreRange(max = JRE.JAVA_17)
class FinalizationTest {
    private static final int LATER = 1_000;
    private static final int THREADS = 4;

    private final AtomicInteger finalized = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void isKnownOnThisJdk() {
        assertThat(Finalization.isKnown()).isTrue();
    }

    @Test
    void anObjectWhoseFinalizationIsCancelledIsNotFinalized() {
        cancel(cancelled);
        drop(finalized);
        awaitFinalized(1);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    void cancellingTwiceIsCancellingOnce() {
        Object object = new Finalized(cancelled);
        Finalization finalization = Finalization.of(object);
        finalization.cancel();
        drop(finalized);
        finalization.cancel();
        assertThat(Finalization.of(object)).isNull();
        awaitFinalized(1);
    }

    /** The list holds together, whichever is taken out of it and whoever else is at it. */
    @Test
    void allOthersAreFinalizedThoughManyThreadsCancel() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = Collections.nCopies(THREADS, this::cancelSomeAtRandom);
            int kept = 0;
            for (Future<Integer> each : threads.invokeAll(work)) {
                kept += each.get();
            }
            awaitFinalized(kept);
            assertThat(cancelled).hasValue(0);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void oneThatWasMadeLongAgoIsNotFound() {
        Object[] objects = new Object[LATER];
        for (int i = 0; i < LATER; i++) {
            objects[i] = new Finalized(finalized);
        }
        assertThat(Finalization.of(objects[0])).isNull();
        assertThat(Finalization.of(objects[LATER - 1])).isNotNull();
    }

    @Test
    void whatHasNoFinalizerHasNone() {
        assertThat(Finalization.of(new Object())).isNull();
    }

    /** @return how many are left to the JVM */
    private int cancelSomeAtRandom() {
        Random random = new Random(1);
        List<Finalization> found = new ArrayList<>();
        List<Object> objects = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < LATER; i++) {
            boolean cancels = random.nextBoolean();
            Finalized object = new Finalized(cancelled);
            objects.add(object);
            Finalization finalization = cancels ? Finalization.of(object) : null;
            if (finalization == null) {
                object.runs = finalized; // if it is to be cancelled, others have made too many meanwhile
                kept++;
            } else {
                found.add(finalization);
            }
        }
        Collections.shuffle(found, random);
        found.forEach(Finalization::cancel);
        Reference.reachabilityFence(objects);
        return kept;
    }

    private static void cancel(AtomicInteger runs) {
        Finalization.of(new Finalized(runs)).cancel();
    }

    private static void drop(AtomicInteger runs) {
        new Finalized(runs);
    }

    private void awaitFinalized(int count) {
        Await.until("finalized: " + count, () -> {
            System.gc();
            return finalized.get() == count;
        });
    }

    private static final class Finalized {
        private volatile AtomicInteger runs;

        Finalized(AtomicInteger runs) {
            this.runs = runs;
        }

        @Override
        @SuppressWarnings({"deprecation", "removal"})
        protected void finalize() {
            runs.incrementAndGet();
        }
    }
}
