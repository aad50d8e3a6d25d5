package io.kaagent.tcp;

import io.kaagent.jdk.Members;
import java.io.FileDescriptor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.Socket;

/**
 * From a {@link Socket} to what the operating system knows of it. Two steps that no public API offers: from a TLS socket to the
 * plain socket it is layered over, and from a socket to its file descriptor.
 *
 * <p>Stateless. Reflection is used because the members are not public; their names are the same from JDK 8 to 25. Whatever cannot
 * be reached is answered with null, never with a guess.
 */
public final class OsSocket {
    private static final Field SELF = Members.field("sun.security.ssl.BaseSSLSocketImpl", "self");
    private static final Field IMPL = Members.field("java.net.Socket", "impl");
    private static final Method DESCRIPTOR = Members.method("java.net.SocketImpl", "getFileDescriptor");

    private OsSocket() {}

    /**
     * The socket that owns the connection of the operating system: for a TLS socket of the JDK the plain socket below, which is
     * the TLS socket itself unless it was layered over another; else the socket given.
     */
    public static Socket below(Socket socket) {
        Socket below = socket;
        while (SELF != null && SELF.getDeclaringClass().isInstance(below)) {
            Socket self = (Socket) Members.get(SELF, below);
            if (self == null || self == below) {
                return below;
            }
            below = self;
        }
        return below;
    }

    /**
     * Whether this is a socket of the JDK's own, so that its descriptor is the connection's, and its end passes {@code Socket.close()}.
     * A foreign class may wrap another socket: then what {@link Socket} itself has is not the connection, and setting an option on it
     * would even open a descriptor that nobody closes.
     */
    public static boolean isSeen(Socket socket) {
        Socket below = below(socket);
        boolean ofTheJdk = below.getClass() == Socket.class
                || SELF != null && below.getClass().getName().startsWith("sun.security.ssl.");
        return ofTheJdk && descriptor(below) != null;
    }

    /**
     * The open descriptor of a socket; null when there is none, or it can't be seen (a foreign socket that wraps another). From JDK 13
     * on a descriptor says that it is valid even after its socket was closed, when its number may be another file's: hence the socket
     * is asked.
     */
    static FileDescriptor descriptor(Socket socket) {
        Socket below = below(socket);
        Object impl = IMPL == null || below.isClosed() ? null : Members.get(IMPL, below);
        FileDescriptor descriptor =
                impl == null || DESCRIPTOR == null ? null : (FileDescriptor) Members.call(DESCRIPTOR, impl);
        return descriptor != null && descriptor.valid() ? descriptor : null;
    }
}
