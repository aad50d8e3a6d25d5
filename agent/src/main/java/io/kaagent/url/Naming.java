package io.kaagent.url;

import io.kaagent.tls.Maker;

/** How a connection was named as to TLS, and whether it was made so. Threading: as {@link PooledClient}. */
final class Naming {
    private final Handshake handshake;
    private volatile boolean confirmed;

    /** @param handshake null without TLS */
    Naming(Handshake handshake) {
        this.handshake = handshake;
        this.confirmed = handshake == null;
    }

    boolean isOfTls() {
        return handshake != null;
    }

    /** Asked after its first exchange: between the name and the handshake its context may have been initialised anew. */
    boolean isRight(Object client) {
        if (!confirmed) {
            Maker.forget(JdkClient.socket(client));
            confirmed = handshake.isUnchanged();
        }
        return confirmed;
    }

    /** By another handshake. */
    void madeAnew() {
        confirmed = handshake == null;
    }

    /** A socket factory of the application's may have switched the probes on, for reasons of its own. */
    boolean isProbedByUsAlone() {
        return handshake == null || handshake.isOfTheJdk();
    }
}
