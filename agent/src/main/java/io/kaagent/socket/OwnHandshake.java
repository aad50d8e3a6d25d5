package io.kaagent.socket;

/**
 * The TLS handshake of a socket's own connection, and how long it takes. The JDK makes it when it is asked to, or within whatever else
 * needs keys: {@link #begins} comes before each of these, {@link #ends} after it. A used connection has made its own before.
 *
 * <p>Threading: any; where several threads begin, the last one's time counts.
 */
final class OwnHandshake {
    private final RawPool home;
    private final Link link;
    private volatile boolean begun;
    private volatile boolean over;
    private volatile long since;

    OwnHandshake(RawPool home, Link link) {
        this.home = home;
        this.link = link;
    }

    /** There may be one now. */
    void begins() {
        if (over || link.secured().custody().isUsed()) {
            return;
        }
        if (link.secured().custody().isNegotiated()) {
            ends(); // within what another thread has asked for, and waits for still
        } else {
            begin();
        }
    }

    /** A fresh connection takes the place of a used one. */
    void beginsAfterAll() {
        over = false;
        begin();
    }

    /** If there was one, it is over. */
    void ends() {
        if (begun && !over && link.secured().custody().isNegotiated()) {
            over = true;
            link.dispatch().handshaken(home.nanos() - since);
        }
    }

    private void begin() {
        since = home.nanos();
        begun = true;
    }
}
