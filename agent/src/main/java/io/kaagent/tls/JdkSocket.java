package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.security.AccessController;
import java.security.PrivilegedAction;
import javax.net.ssl.SSLSocket;

/**
 * What the agent reads, and moves, in the JDK's own {@code SSLSocket}. All of a TLS connection, its keys and its records, is one object
 * that the socket holds: {@code TransportContext}, the context of the connection. Where two sockets exchange theirs, they have exchanged
 * their connections, and everything the JDK does with one from then on it does with the other (docs/adr/0021).
 *
 * <p>All names are those of JDK 8u261 to 25; on others {@link #isKnown} says no, and TLS sockets are left alone.
 *
 * <p>Threading: whoever moves a connection sees to it that nobody uses it meanwhile.
 */
public final class JdkSocket {
    private static final String PACKAGE = "sun.security.ssl.";
    private static final String SOCKET_NAME = PACKAGE + "SSLSocketImpl";
    private static final String CONTEXT_NAME = PACKAGE + "SSLContextImpl";

    private static final JdkClass SOCKET = JdkClass.declaring(
            SOCKET_NAME,
            "sslContext",
            "conContext",
            "appInput",
            "appOutput",
            "peerHost",
            "autoClose",
            "isConnected",
            "tlsIsClosed",
            "socketLock",
            "handshakeLock");

    private static final Field SELF = Members.field(PACKAGE + "BaseSSLSocketImpl", "self");
    private static final Field CONTEXT = Members.field(SOCKET_NAME, "sslContext");
    private static final Field INPUT = Members.field(SOCKET_NAME, "appInput");
    private static final Field OUTPUT = Members.field(SOCKET_NAME, "appOutput");
    private static final Field HOST = Members.field(SOCKET_NAME, "peerHost");
    private static final Field CLOSED = Members.field(SOCKET_NAME, "tlsIsClosed");
    private static final Method COPY = Members.method(PACKAGE + "SSLConfiguration", "clone");
    private static final Field LISTENERS = Members.field(PACKAGE + "SSLConfiguration", "handshakeListeners");
    /** Final, and therefore no constant: see {@link JdkConnection}. */
    private static volatile Field connectionField = Members.field(SOCKET_NAME, "conContext");

    /** Up to JDK 17. */
    private static final boolean IS_FINALIZED =
            Members.method(PACKAGE + "BaseSSLSocketImpl", "finalize") != null && Finalization.isKnown();

    private static final Constructor<?> LAYERED = layered();

    private static final boolean IS_KNOWN = areAllKnown();

    private JdkSocket() {}

    /** Whether this JDK's TLS sockets are as we know them. */
    public static boolean isKnown() {
        return IS_KNOWN;
    }

    public static boolean isOne(Socket socket) {
        return SOCKET.isClassOf(socket);
    }

    /** The socket it is layered over, or itself. */
    public static Socket below(SSLSocket socket) {
        return (Socket) Members.get(SELF, socket);
    }

    /** That the JVM is to finalize it, as it has just been made; null if it is not. */
    public static Finalization finalization(SSLSocket socket) {
        return IS_FINALIZED ? Finalization.of(socket) : null;
    }

    /** The {@code SSLContextSpi} it was made with. */
    static Object contextOf(SSLSocket socket) {
        return Members.get(CONTEXT, socket);
    }

    /** Whom it takes its peer for; null before it is connected. */
    static Object hostOf(SSLSocket socket) {
        return Members.get(HOST, socket);
    }

    /** Its {@code SSLConfiguration}: what its owner wants of a handshake. */
    public static Object settingsOf(SSLSocket socket) {
        return JdkConnection.settings(connectionOf(socket));
    }

    /** A copy of them, without the listeners that would be told of a socket that is not theirs. */
    public static Object silentSettingsOf(SSLSocket socket) {
        Object copy = Members.call(COPY, settingsOf(socket));
        Members.set(LISTENERS, copy, null);
        return copy;
    }

    /** A handshake from now on is made with these. */
    public static void useSettings(SSLSocket socket, Object settings) {
        JdkConnection.useSettings(connectionOf(socket), settings);
    }

    /** The JDK's own stream of decrypted bytes, whatever state the socket is in. */
    public static InputStream input(SSLSocket socket) {
        return (InputStream) Members.get(INPUT, socket);
    }

    public static OutputStream output(SSLSocket socket) {
        return (OutputStream) Members.get(OUTPUT, socket);
    }

    /** For {@link Maker}. */
    static void madeBy(SSLSocket socket, Field who, Object maker) {
        Members.set(who, connectionOf(socket), maker);
    }

    public static boolean isNegotiated(SSLSocket socket) {
        return JdkConnection.isNegotiated(connectionOf(socket));
    }

    /** Nothing has been said yet, and nothing has ended. */
    public static boolean isPristine(SSLSocket socket) {
        return JdkConnection.isPristine(connectionOf(socket));
    }

    /** A connection that can go on with another owner: negotiated, open both ways, no handshake under way, no message begun. */
    public static boolean isSettled(SSLSocket socket) {
        return JdkConnection.isSettled(connectionOf(socket));
    }

    /** JDK 8: after a read time-out nothing shows that part of a record's header was read, and is lost. */
    public static boolean forgetsHalfAHeader() {
        return JdkConnection.forgetsHalfAHeader();
    }

    /** Whether part of a record was read, and the rest has not come in time. */
    public static boolean isWithinRecord(SSLSocket socket) {
        return JdkConnection.isWithinRecord(connectionOf(socket));
    }

    /** The session of its connection as it is, {@code null} never: another one after a renegotiation. */
    public static Object session(SSLSocket socket) {
        return JdkConnection.session(connectionOf(socket));
    }

    /** What was agreed on with the peer (RFC 7301); null for nothing. */
    public static Object applicationProtocol(SSLSocket socket) {
        return JdkConnection.applicationProtocol(connectionOf(socket));
    }

    /** Whether the peer has ended its side. */
    static boolean hasHeardTheEnd(SSLSocket socket) {
        return JdkConnection.hasHeardTheEnd(connectionOf(socket));
    }

    /** Whether the peer has said that its user has canceled. */
    static boolean isCanceled(SSLSocket socket) {
        return JdkConnection.isCanceled(connectionOf(socket));
    }

    /** The two sockets exchange their connections; each keeps its settings. */
    public static void exchange(SSLSocket one, SSLSocket other) {
        Object ofOne = connectionOf(one);
        Object ofOther = connectionOf(other);
        JdkConnection.exchangeSettings(ofOne, ofOther);
        JdkConnection.belongsTo(ofOne, other);
        JdkConnection.belongsTo(ofOther, one);
        Members.set(connectionField, one, ofOther);
        Members.set(connectionField, other, ofOne);
        Object closed = Members.get(CLOSED, one);
        Members.set(CLOSED, one, Members.get(CLOSED, other));
        Members.set(CLOSED, other, closed);
    }

    /** What a socket shows of its handshake, to {@link #show} and to take back again. */
    public static Object[] outcome(SSLSocket socket) {
        return JdkConnection.outcome(connectionOf(socket));
    }

    public static void show(SSLSocket socket, Object[] outcome) {
        JdkConnection.show(connectionOf(socket), outcome);
    }

    /** Where its connection gets its records from. */
    static InputStream receiver(SSLSocket socket) {
        return JdkConnection.receiver(connectionOf(socket));
    }

    static void receiveFrom(SSLSocket socket, InputStream in) {
        JdkConnection.receiveFrom(connectionOf(socket), in);
    }

    /** Its connection's records come from there, and go there. */
    public static void connectTo(SSLSocket socket, InputStream in, OutputStream out) {
        JdkConnection.connectTo(connectionOf(socket), in, out);
    }

    /** A socket of the same context, for the same peer, over another one that is connected. Nothing is said. */
    public static SSLSocket layeredLike(SSLSocket socket, Socket below) {
        try {
            return (SSLSocket) LAYERED.newInstance(contextOf(socket), below, hostOf(socket), below.getPort(), true);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean areAllKnown() {
        return SOCKET.isKnown()
                && JdkConnection.isKnown()
                && TlsSettings.areKnown()
                && SELF != null
                && COPY != null
                && LISTENERS != null
                && LAYERED != null;
    }

    private static Object connectionOf(SSLSocket socket) {
        return Members.get(connectionField, socket);
    }

    private static Constructor<?> layered() {
        return AccessController.doPrivileged(new PrivilegedAction<Constructor<?>>() {
            @Override
            public Constructor<?> run() {
                try {
                    Constructor<?> constructor = Class.forName(SOCKET_NAME, false, null)
                            .getDeclaredConstructor(
                                    Class.forName(CONTEXT_NAME, false, null),
                                    Socket.class,
                                    String.class,
                                    int.class,
                                    boolean.class);
                    constructor.setAccessible(true);
                    return constructor;
                } catch (Exception e) {
                    return null; // another JDK: isKnown() says so
                }
            }
        });
    }
}
