package io.kaagent.benchmark.endtoend;

/** A window as the client told it, and what server and sidecar had to do for it. Immutable. */
final class Seen {
    final Sample sample;

    /** That the server accepted. */
    final long connections;

    final long handshakes;
    final long serverNanos;
    final long sidecarNanos;

    /** @param before what the server said before, as {@link Origin} says it, and after */
    Seen(Sample sample, long[] before, long[] after, long sidecarNanos) {
        this.sample = sample;
        this.connections = after[0] - before[0];
        this.handshakes = after[1] - before[1];
        this.serverNanos = after[2] - before[2];
        this.sidecarNanos = sidecarNanos;
    }
}
