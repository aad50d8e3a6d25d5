package io.kaagent.benchmark.endtoend;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread of a client, in one window. */
final class Worker {
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    final Latencies latencies = new Latencies();

    private final Asker asker;
    private final Task task;
    private final long nanos;
    private final long limit;
    private long failed;
    private long start;
    private long end = 1;
    private boolean bounded;

    Worker(Asker asker, Task task, long nanos, long limit) {
        this.asker = asker;
        this.task = task;
        this.nanos = nanos;
        this.limit = limit;
    }

    void lead(int times) {
        for (int i = 0; i < times; i++) {
            ask();
        }
    }

    void work() {
        long count = 0;
        start = System.nanoTime();
        long before = start;
        do {
            boolean right = ask();
            long now = System.nanoTime();
            if (right) {
                latencies.add(now - before);
            }
            before = now;
            count++;
        } while (before - start < nanos && count < limit);
        end = before;
        bounded = end - start < nanos;
    }

    /** Including those before the measurement: none may fail. */
    long failed() {
        return failed;
    }

    /**
     * A second. Each thread ends with a request, so each has a time of its own; but where they ended with their bound, perhaps one after the other, they
     * have all of it together.
     */
    static double rate(Worker... workers) {
        double sum = 0;
        long first = workers[0].start;
        long last = workers[0].end;
        boolean any = false;
        long count = 0;
        for (Worker worker : workers) {
            sum += worker.latencies.count() * 1e9 / (worker.end - worker.start);
            first = Math.min(first, worker.start);
            last = Math.max(last, worker.end);
            any |= worker.bounded;
            count += worker.latencies.count();
        }
        return any ? count * 1e9 / (last - first) : sum;
    }

    private boolean ask() {
        try {
            asker.ask(task);
            return true;
        } catch (IOException | RuntimeException e) {
            failed++;
            if (TOLD.compareAndSet(false, true)) {
                e.printStackTrace();
            }
            return false;
        }
    }
}
