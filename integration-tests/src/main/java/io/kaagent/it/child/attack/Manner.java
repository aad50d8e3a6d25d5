package io.kaagent.it.child.attack;

/** What an origin is like, by the number of its port. */
final class Manner {
    /** Ports that are opened together: one of each manner. */
    static final int COUNT = 6;

    private final int port;

    Manner(int port) {
        this.port = port % COUNT;
    }

    /** Whether it sends chunks even if asked to close. An origin does either always. */
    boolean isChunking() {
        return port % 2 == 1;
    }

    /** Whether one can tell where its answers end. */
    boolean isFramed() {
        return port != 2 && port != 3;
    }

    /** Whether it closes connections that were idle for a few milliseconds. */
    boolean isImpatient() {
        return port == 1 || port == 4;
    }
}
