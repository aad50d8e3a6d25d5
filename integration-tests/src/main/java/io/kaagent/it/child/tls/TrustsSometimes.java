package io.kaagent.it.child.tls;

/** Can be switched off and on. */
final class TrustsSometimes extends TrustsAll {
    private volatile boolean on;

    TrustsSometimes(boolean on) {
        this.on = on;
    }

    void turn(boolean now) {
        on = now;
    }

    @Override
    boolean accepts(String name) {
        return on;
    }
}
