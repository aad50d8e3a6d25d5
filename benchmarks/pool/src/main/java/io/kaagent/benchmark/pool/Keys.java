package io.kaagent.benchmark.pool;

/** What the origins are called. */
final class Keys {
    static final int PORT = 80;

    private Keys() {}

    static String host(int origin) {
        return "host-" + origin + ".example.com";
    }
}
