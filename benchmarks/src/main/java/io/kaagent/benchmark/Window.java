package io.kaagent.benchmark;

/** What a client has done in a short time. Immutable. */
final class Window {
    private final long count;
    private final long calls;
    private final long nanos;
    private final long cpuNanos;
    private final long bytes;
    private final long connections;

    /**
     * @param calls reads and writes
     * @param cpuNanos user and system time of the thread that did it
     * @param bytes allocated by that thread
     */
    Window(long count, long calls, long nanos, long cpuNanos, long bytes) {
        this(count, calls, nanos, cpuNanos, bytes, 0);
    }

    private Window(long count, long calls, long nanos, long cpuNanos, long bytes, long connections) {
        this.count = count;
        this.calls = calls;
        this.nanos = nanos;
        this.cpuNanos = cpuNanos;
        this.bytes = bytes;
        this.connections = connections;
    }

    static Window parse(String line) {
        String[] n = line.split(" ");
        return new Window(
                Long.parseLong(n[0]),
                Long.parseLong(n[1]),
                Long.parseLong(n[2]),
                Long.parseLong(n[3]),
                Long.parseLong(n[4]));
    }

    /** The same, over so many connections that were new. */
    Window over(long opened) {
        return new Window(count, calls, nanos, cpuNanos, bytes, opened);
    }

    long count() {
        return count;
    }

    /** New ones, all in all. */
    long connections() {
        return connections;
    }

    /** A second. */
    double rate() {
        return count * 1e9 / nanos;
    }

    /** In microseconds, each time. */
    double cpuMicros() {
        return cpuNanos / 1e3 / count;
    }

    /** Each time. */
    double bytes() {
        return bytes / (double) count;
    }

    /** Reads and writes each time. */
    double calls() {
        return calls / (double) count;
    }

    @Override
    public String toString() {
        return count + " " + calls + " " + nanos + " " + cpuNanos + " " + bytes;
    }
}
