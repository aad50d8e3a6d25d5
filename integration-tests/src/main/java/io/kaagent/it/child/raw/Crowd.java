package io.kaagent.it.child.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that all do the same, each one thing after the other. */
final class Crowd {
    private final Idiom idiom;
    private final Destination to;

    Crowd(Idiom idiom, Destination to) {
        this.idiom = idiom;
        this.to = to;
    }

    /** What they saw, in the order of threads and requests, however they took turns. */
    List<String> run(int threads, int requests) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                String prefix = t + ".";
                tasks.add(() -> runOne(prefix, requests / threads));
            }
            List<String> lines = new ArrayList<>();
            for (Future<List<String>> task : executor.invokeAll(tasks)) {
                lines.addAll(task.get());
            }
            return lines;
        } finally {
            executor.shutdown();
        }
    }

    private List<String> runOne(String prefix, int requests) {
        List<String> lines = new ArrayList<>(requests);
        for (int i = 0; i < requests; i++) {
            Visit visit = new Visit(to, prefix + i, i);
            try {
                idiom.run(visit);
            } catch (Exception | LinkageError e) {
                visit.threw("thrown", e);
            }
            lines.add(visit.line());
        }
        return lines;
    }
}
