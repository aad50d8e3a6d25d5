package io.kaagent.benchmark;

import java.util.Locale;

/** How many connections a client opens for its requests, from its first one in the warm-up on. */
final class Connections {
    private long opened;
    private long requests;

    void add(Window window) {
        opened += window.connections();
        requests += window.count();
    }

    /** For 1000 requests. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%9.2f", opened * 1000.0 / requests);
    }
}
