package io.kaagent.benchmark.endtoend;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is compared with each other only: the same work by so many threads over the same distance. Immutable. */
final class Place {
    final Legacy legacy;
    final boolean tls;
    final int delay;
    final int threads;

    /** @param delay in milliseconds each way; 0: the server is on the same host */
    Place(Legacy legacy, boolean tls, int delay, int threads) {
        this.legacy = legacy;
        this.tls = tls;
        this.delay = delay;
        this.threads = threads;
    }

    Map<String, String> at() {
        Map<String, String> at = new LinkedHashMap<>();
        at.put("client", legacy.told);
        at.put("over", tls ? "TLS" : "plain");
        at.put("delay", delay == 0 ? "none" : delay + " ms");
        at.put("threads", String.valueOf(threads));
        return at;
    }
}
