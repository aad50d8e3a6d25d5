package io.kaagent.it.child.raw;

import io.kaagent.it.child.Message;

/** Where visits go, and by which way. Immutable. */
final class Destination {
    private final int port;
    private final int signals;
    private final Transport transport;

    Destination(int port, int signals, Transport transport) {
        this.port = port;
        this.signals = signals;
        this.transport = transport;
    }

    static Destination of(Message message) {
        return new Destination(
                message.number("port"), message.number("signals"), Transport.valueOf(message.get("transport")));
    }

    int port() {
        return port;
    }

    /** Where {@link io.kaagent.it.child.origin} awaits signals. */
    int signals() {
        return signals;
    }

    Transport transport() {
        return transport;
    }
}
