package io.kaagent.it.child;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Many requests of the same shape by some threads, with {@code pause} ms between two of a thread; several urls are shared out among them;
 * virtual threads if it says so. */
final class Load {
    private static final AtomicInteger LOADS = new AtomicInteger();

    private final String name = "load" + LOADS.incrementAndGet();
    private final Message request;
    private final int threads;
    private final int requestsPerThread;
    private final CountDownLatch done;
    private int right;
    private int wrong;
    private int failed;
    private String trouble = "";

    Load(Message request) {
        this.request = request;
        this.threads = request.number("threads");
        this.requestsPerThread = request.number("requests") / threads;
        this.done = new CountDownLatch(threads);
    }

    Load start() {
        String[] urls = request.get("url").split(" ");
        for (int t = 0; t < threads; t++) {
            String prefix = name + "." + t + ".";
            Message mine = new Message("exchange").withAll(request).with("url", urls[t % urls.length]);
            Threads.start(() -> requests(mine, prefix), name + "-" + t, request.has("virtual"));
        }
        return this;
    }

    Message await() throws InterruptedException {
        done.await();
        return result();
    }

    private void requests(Message mine, String prefix) {
        try {
            for (int i = 0; i < requestsPerThread; i++) {
                note(Exchange.run(mine, prefix + i));
                Thread.sleep(request.number("pause", 0));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    private synchronized void note(Outcome outcome) {
        if (outcome.isRight()) {
            right++;
            return;
        }
        if (outcome.isFailure()) {
            failed++;
        } else {
            wrong++;
        }
        trouble = trouble.isEmpty() ? outcome.toString() : trouble;
    }

    private synchronized Message result() {
        return Control.ok()
                .with("right", right)
                .with("wrong", wrong)
                .with("failed", failed)
                .with("trouble", trouble);
    }
}
