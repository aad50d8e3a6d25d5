package io.kaagent.it.child.mix;

import io.kaagent.it.child.Message;

/** Where the places are: each of them with TLS and without. */
final class Origins {
    private final String[] ports;

    /** @param message with the {@code ports} of all places, then those of all with TLS */
    Origins(Message message) {
        ports = message.get("ports").split(",");
    }

    String of(Case wanted) {
        int index = wanted.place.ordinal() + (wanted.secure ? Place.values().length : 0);
        return at(wanted.secure, ports[index]);
    }

    static String at(boolean secure, Object port) {
        return (secure ? "https" : "http") + "://127.0.0.1:" + port;
    }
}
