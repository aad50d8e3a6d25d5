package io.kaagent.benchmark.endtoend;

import java.util.Locale;

/** What a client has done in one window, and what of it was seen elsewhere. */
final class Sample {
    final Latencies latencies;
    final long failed;

    /** Requests a second. */
    final double rate;

    /** Of the client's JVM. */
    final long cpuNanos;

    /** From the client's host, a sidecar's among them. */
    final long opened;

    /** Connections in TIME_WAIT on the client's host. */
    final long left;

    Sample(Worker[] workers, long cpuNanos, long opened, long left) {
        Latencies all = new Latencies();
        long wrong = 0;
        for (Worker worker : workers) {
            all.add(worker.latencies);
            wrong += worker.failed();
        }
        this.latencies = all;
        this.failed = wrong;
        this.rate = Worker.rate(workers);
        this.cpuNanos = cpuNanos;
        this.opened = opened;
        this.left = left;
    }

    private Sample(String[] words) {
        this.failed = Long.parseLong(words[0]);
        this.rate = Double.parseDouble(words[1]);
        this.cpuNanos = Long.parseLong(words[2]);
        this.opened = Long.parseLong(words[3]);
        this.left = Long.parseLong(words[4]);
        this.latencies = Latencies.parse(words.length > 5 ? words[5] : "");
    }

    static Sample parse(String line) {
        return new Sample(line.split(" "));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d %.3f %d %d %d %s", failed, rate, cpuNanos, opened, left, latencies);
    }
}
