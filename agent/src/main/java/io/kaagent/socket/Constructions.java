package io.kaagent.socket;

import java.net.Socket;
import java.net.SocketImpl;

/**
 * The constructors of {@code Socket} that connect, {@code new Socket(host, port)}. They create a socket of the kernel before they connect,
 * and so before anybody can know whether a used connection will do. Here that is put off until then.
 *
 * <p>Threading: each thread sees its own. They nest, since a security manager or a {@code ProxySelector} may open sockets.
 */
final class Constructions {
    private final ThreadLocal<Construction> current = new ThreadLocal<Construction>();

    /** This one is certain to connect next, by {@code Socket.connect} itself, and nobody else sees it until then. */
    void begin(Socket socket) {
        current.set(new Construction(socket, current.get()));
    }

    /** An impl is about to be created: whether that is put off. The first after the beginning is the one, if any is. */
    boolean putsOff(SocketImpl impl) {
        Construction construction = current.get();
        if (construction == null || construction.asked) {
            return false;
        }
        construction.asked = true; // before anything is asked that may be the application's
        SocketImpl known = Platform.impl(construction.socket); // up to JDK 17 it is set before it is created
        if (known != null && known != impl || !Route.isPlain(impl)) {
            return false;
        }
        construction.putOff = impl;
        return true;
    }

    /** What was put off for this socket; null for nothing. */
    SocketImpl putOff(Socket socket) {
        Construction construction = current.get();
        return construction == null || construction.socket != socket ? null : construction.putOff;
    }

    /** It connects now: what was put off is somebody's business. */
    void connects(Socket socket) {
        Construction construction = current.get();
        if (construction != null && construction.socket == socket) {
            construction.asked = true;
            construction.putOff = null;
        }
    }

    /** Whether it connected or not. */
    void end(Socket socket) {
        for (Construction each = current.get(); each != null; each = each.outer) {
            if (each.socket == socket) {
                if (each.outer == null) {
                    current.remove();
                } else {
                    current.set(each.outer);
                }
                return;
            }
        }
    }

    private static final class Construction {
        final Socket socket;
        final Construction outer;
        boolean asked;
        SocketImpl putOff;

        Construction(Socket socket, Construction outer) {
            this.socket = socket;
            this.outer = outer;
        }
    }
}
