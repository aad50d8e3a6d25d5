package io.kaagent.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where {@link FakeImpl}s connect to. Remembers every connection. */
final class FakeNet {
    private final List<Wire> wires = new ArrayList<>();
    private boolean refuses;
    private boolean isExhausted;
    private Runnable onCreate = () -> {};
    private Consumer<Wire> onConnect = wire -> {};

    synchronized Wire connect() throws IOException {
        if (refuses) {
            throw new ConnectException("Connection refused");
        }
        Wire wire = new Wire();
        wires.add(wire);
        onConnect.accept(wire);
        return wire;
    }

    /** What happens, once, when the kernel is about to be asked for a socket. */
    synchronized void onCreate(Runnable happens) {
        onCreate = happens;
    }

    /** The process may open nothing more. */
    synchronized void exhaust() {
        isExhausted = true;
    }

    synchronized void descriptor() throws SocketException {
        Runnable happens = onCreate;
        onCreate = () -> {};
        happens.run();
        if (isExhausted) {
            throw new SocketException("Too many open files");
        }
    }

    synchronized void refuse() {
        refuses = true;
    }

    /** What the server does with each new connection. */
    synchronized void onConnect(Consumer<Wire> does) {
        onConnect = does;
    }

    /** Those opened so far. */
    synchronized List<Wire> wires() {
        return List.copyOf(wires);
    }

    synchronized Wire last() {
        return wires.get(wires.size() - 1);
    }

    long open() {
        return wires().stream().filter(wire -> !wire.isClosed()).count();
    }

    synchronized int nextLocalPort() {
        return 40_000 + wires.size();
    }
}
