package io.kaagent.hook;

import io.kaagent.jdk.Members;
import io.kaagent.observe.Observer;
import java.lang.reflect.Field;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLSocket;

/** What the JDK's sockets call where they are only observed. Nothing here changes anything, or throws. Any thread. */
public final class ObserveHooks {
    /** Not that of pooling, which may follow: who ends what he has not begun would end the other's. */
    private static final ThreadLocal<JdkConnects> HERE = new ThreadLocal<JdkConnects>();

    private static volatile Observer observer;

    private ObserveHooks() {}

    /** From now on it is told. */
    public static void connect(Observer newObserver) {
        observer = newObserver;
    }

    /** From now on nobody is told. */
    public static void disconnect() {
        observer = null;
    }

    /** Before {@code Socket.connect(SocketAddress, int)}. */
    public static void connecting(Object socket) {
        Observer told = told();
        if (told != null) {
            try {
                told.connecting((Socket) socket);
            } catch (Throwable e) {
                Failures.report("observe.connecting", e);
            }
        }
    }

    /** After it has returned. */
    public static void connected(Object socket, Object address) {
        Observer told = told();
        if (told != null) {
            try {
                told.connected((Socket) socket, (SocketAddress) address, JdkConnects.isWithin(HERE));
            } catch (Throwable e) {
                Failures.report("observe.connected", e);
            }
        }
    }

    /** Before {@code Socket.shutdownOutput()}. */
    public static void outputEnds(Object socket) {
        Observer told = told();
        if (told != null) {
            try {
                told.outputEnds((Socket) socket);
            } catch (Throwable e) {
                Failures.report("observe.outputEnds", e);
            }
        }
    }

    /** Before {@code Socket.close()}. */
    public static void closing(Object socket) {
        Observer told = told();
        if (told != null) {
            try {
                told.closing((Socket) socket);
            } catch (Throwable e) {
                Failures.report("observe.closing", e);
            }
        }
    }

    /** Before {@code sun.net.NetworkClient.doConnect}. */
    public static void jdkConnects() {
        if (observer != null) {
            JdkConnects.begin(HERE);
        }
    }

    /** After it, whether it returned or threw. */
    public static void jdkConnected() {
        JdkConnects.end(HERE);
    }

    /** After a socket's stream has read. */
    public static void read(int got, Object stream, Object bytes, int from) {
        Observer told = told();
        if (told != null && got != 0) {
            try {
                told.read((Socket) Owner.INPUT.of(stream), (byte[]) bytes, from, got);
            } catch (Throwable e) {
                Failures.report("observe.read", e);
            }
        }
    }

    /** Before a socket's stream writes. */
    public static void written(Object stream, Object bytes, int from, int length) {
        Observer told = told();
        if (told != null && bytes != null) {
            try {
                told.written((Socket) Owner.OUTPUT.of(stream), (byte[]) bytes, from, length);
            } catch (Throwable e) {
                Failures.report("observe.written", e);
            }
        }
    }

    /** As {@link #read}, of decrypted bytes. */
    public static void readSecurely(int got, Object stream, Object bytes, int from) {
        Observer told = told();
        if (told != null && got != 0) {
            try {
                told.readSecurely((SSLSocket) SecureOwner.INPUT.of(stream), (byte[]) bytes, from, got);
            } catch (Throwable e) {
                Failures.report("observe.readSecurely", e);
            }
        }
    }

    /** As {@link #written}, of bytes to be encrypted. */
    public static void writtenSecurely(Object stream, Object bytes, int from, int length) {
        Observer told = told();
        if (told != null && bytes != null) {
            try {
                told.writtenSecurely((SSLSocket) SecureOwner.OUTPUT.of(stream), (byte[]) bytes, from, length);
            } catch (Throwable e) {
                Failures.report("observe.writtenSecurely", e);
            }
        }
    }

    private static Observer told() {
        Observer told = observer;
        return told == null || Failures.tooMany() ? null : told;
    }

    /** Whose stream it is: the field that says so. */
    private static final class Owner {
        static final Owner INPUT = new Owner(
                Members.field("java.net.Socket$SocketInputStream", "parent"),
                Members.field("java.net.SocketInputStream", "socket")); // up to JDK 12
        static final Owner OUTPUT = new Owner(
                Members.field("java.net.Socket$SocketOutputStream", "parent"),
                Members.field("java.net.SocketOutputStream", "socket"));

        private final Field field;

        Owner(Field newer, Field older) {
            this.field = newer == null ? older : newer;
        }

        Object of(Object stream) {
            return Members.get(field, stream);
        }
    }

    /** Not before there is a TLS socket. */
    private static final class SecureOwner {
        static final Owner INPUT =
                new Owner(Members.field("sun.security.ssl.SSLSocketImpl$AppInputStream", "this$0"), null);
        static final Owner OUTPUT =
                new Owner(Members.field("sun.security.ssl.SSLSocketImpl$AppOutputStream", "this$0"), null);
    }
}
