package io.kaagent.socket;

import io.kaagent.jdk.Members;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.security.AccessController;
import java.security.PrivilegedExceptionAction;

/** What the wrappers need of this JVM, made when the first one is. Any thread. */
final class Platform {
    private static final Field IMPL = Members.field("java.net.Socket", "impl");
    private static final Field CREATED = Members.field("java.net.Socket", "created");
    private static final Field FACTORY = Members.field("java.net.Socket", "factory");

    private final Settings settings;
    private final Wrappers wrappers;
    private boolean tried;
    private volatile ImplCalls calls;
    private SocketImpl closedImpl;
    private NamedOptions namedOptions;
    private NewOptions newOptions;
    private Socket nobody;

    Platform(Settings settings, Wrappers wrappers) {
        this.settings = settings;
        this.wrappers = wrappers;
    }

    /** The impl that a socket has at the moment; null where it can't be seen, or is not there yet. */
    static SocketImpl impl(Socket socket) {
        return IMPL == null ? null : (SocketImpl) Members.get(IMPL, socket);
    }

    /** Whether the platform has created this impl of a socket, or tried to; it may have been closed since. */
    boolean isCreated(Socket socket, SocketImpl impl) {
        return CREATED != null // up to JDK 17; there a closed impl can look like a new one
                ? (Boolean) Members.get(CREATED, socket)
                : calls.getFileDescriptor(impl) != null;
    }

    /** Whether sockets get the platform's own impls, and not those of a {@code SocketImplFactory}. */
    static boolean makesImpls() {
        return FACTORY != null && Members.get(FACTORY, null) == null;
    }

    static void setImpl(Socket socket, SocketImpl impl) {
        try {
            IMPL.set(socket, impl);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether wrappers can be made here. */
    boolean isKnown() {
        return calls != null || make();
    }

    ImplCalls calls() {
        return calls;
    }

    /** Says to everything what a closed socket's impl says. */
    SocketImpl closedImpl() {
        return closedImpl;
    }

    Socket nobody() {
        return nobody;
    }

    NamedOptions namedOptions() {
        return namedOptions;
    }

    NewOptions newOptions() {
        return newOptions;
    }

    private synchronized boolean make() {
        if (!tried) {
            tried = true;
            try {
                final ImplCalls made = wrappers.make();
                nobody = new Nobody();
                AccessController.doPrivileged(new PrivilegedExceptionAction<Void>() {
                    @Override
                    public Void run() throws IOException {
                        lookAtANewSocket(made);
                        return null;
                    }
                });
                calls = made; // last: who sees it sees the others
            } catch (Throwable e) {
                settings.unknownJdk(e);
            }
        }
        return calls != null;
    }

    /** What it has unless it is told otherwise, and then what it says once it is closed. */
    private void lookAtANewSocket(ImplCalls made) throws IOException {
        Socket socket = new Socket();
        socket.getSoTimeout(); // creates its impl
        closedImpl = impl(socket);
        namedOptions = new NamedOptions(made, closedImpl);
        newOptions = new NewOptions(closedImpl);
        socket.close();
        made.close(closedImpl);
    }

    /** Connected, and never closed. */
    private static final class Nobody extends Socket {
        Nobody() throws SocketException {
            super((SocketImpl) null);
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public boolean isClosed() {
            return false;
        }
    }
}
