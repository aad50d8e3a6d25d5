package io.kaagent.socket;

import java.net.Socket;
import java.net.SocketImpl;

/**
 * The constructors of {@code Socket} that connect, {@code new Socket(host, port)}. They create a socket of the kernel before they connect,
 * and so before anybody can know whether a used connection will do. Here that is put off until then.
 *
 * <p>Threading: each thread sees its own, one at a time.
 */
final class Constructions {
    private final ThreadLocal<Construction> current = new ThreadLocal<Construction>();

    /** This one is certain to connect next, by {@code Socket.connect} itself, and nobody else sees it until then. */
    void begin(Socket socket) {
        current.set(new Construction(socket));
    }

    /** An impl is about to be created: whether that is put off. Once a construction. */
    boolean putsOff(SocketImpl impl) {
        Construction construction = current.get();
        if (construction == null || construction.putOff != null || !Route.isPlain(impl)) {
            return false;
        }
        SocketImpl known = Platform.impl(construction.socket); // up to JDK 17 it is set before it is created
        if (known != null && known != impl) {
            return false;
        }
        construction.putOff = impl;
        return true;
    }

    /** What was put off; null for nothing. Once. */
    SocketImpl takePutOff() {
        Construction construction = current.get();
        if (construction == null) {
            return null;
        }
        current.remove();
        return construction.putOff;
    }

    /** Whether it connected or not. */
    void end() {
        current.remove();
    }

    private static final class Construction {
        final Socket socket;
        SocketImpl putOff;

        Construction(Socket socket) {
            this.socket = socket;
        }
    }
}
