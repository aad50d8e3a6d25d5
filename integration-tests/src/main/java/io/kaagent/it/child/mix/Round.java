package io.kaagent.it.child.mix;

import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Some of the requests, by some threads: from one number up to, not including, another. */
final class Round {
    /** What is dropped keeps its descriptor until then; an application that does so all the time would collect, too. */
    private static final int REQUESTS_TO_A_COLLECTION = 250;

    private static final long PATIENCE_SECONDS = 50;

    private final int seed;
    private final Origins origins;
    private final int threads;
    private final int end;
    private final AtomicInteger next;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Kept kept;

    Round(Message message) {
        kept = Kept.valueOf(message.get("keeps"));
        seed = message.number("seed");
        origins = new Origins(message);
        threads = message.number("threads");
        end = message.number("to");
        next = new AtomicInteger(message.number("from"));
    }

    /** A line for each. */
    List<String> run() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            executor.execute(this::calls);
        }
        executor.shutdown();
        if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("only " + lines.size() + " requests have ended");
        }
        kept.disconnect();
        return lines;
    }

    private void calls() {
        for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            Case wanted = Case.of(seed, number);
            Call call = new Call(wanted, origins);
            lines.add(call.run().line());
            kept.add(wanted, call.connection());
            if (number % REQUESTS_TO_A_COLLECTION == 0) {
                System.gc();
            }
        }
    }
}
