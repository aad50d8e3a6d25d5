package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.Socket;
import java.nio.ByteBuffer;
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
    private static final String CONNECTION_NAME = PACKAGE + "TransportContext";
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

    private static final JdkClass CONNECTION = JdkClass.declaring(
            CONNECTION_NAME,
            "transport",
            "consumers",
            "acc",
            "sslContext",
            "sslConfig",
            "inputRecord",
            "outputRecord",
            "isUnsureMode",
            "isNegotiated",
            "isBroken",
            "isInputCloseNotified",
            "peerUserCanceled",
            "closeReason",
            "delegatedThrown",
            "needHandshakeFinishedStatus",
            "hasDelegatedFinished",
            "conSession",
            "protocolVersion",
            "applicationProtocol",
            "handshakeContext",
            "secureRenegotiation",
            "clientVerifyData",
            "serverVerifyData",
            "serverRequestedNamedGroups",
            "cipherSuite");

    private static final Field SELF = Members.field(PACKAGE + "BaseSSLSocketImpl", "self");
    private static final Field CONTEXT = Members.field(SOCKET_NAME, "sslContext");
    private static final Field INPUT = Members.field(SOCKET_NAME, "appInput");
    private static final Field OUTPUT = Members.field(SOCKET_NAME, "appOutput");
    private static final Field HOST = Members.field(SOCKET_NAME, "peerHost");
    private static final Field CLOSED = Members.field(SOCKET_NAME, "tlsIsClosed");
    private static final Field RECORDS_IN = Members.field(CONNECTION_NAME, "inputRecord");
    private static final Field RECORDS_OUT = Members.field(CONNECTION_NAME, "outputRecord");
    private static final Field NEGOTIATED = Members.field(CONNECTION_NAME, "isNegotiated");
    private static final Field BROKEN = Members.field(CONNECTION_NAME, "isBroken");
    private static final Field CLOSE_NOTIFIED = Members.field(CONNECTION_NAME, "isInputCloseNotified");
    private static final Field HANDSHAKE = Members.field(CONNECTION_NAME, "handshakeContext");
    private static final Field SESSION = Members.field(CONNECTION_NAME, "conSession");
    private static final Field VERSION = Members.field(CONNECTION_NAME, "protocolVersion");
    private static final Field USER_CANCELED = Members.field(CONNECTION_NAME, "peerUserCanceled");
    private static final Field APPLICATION_PROTOCOL = Members.field(CONNECTION_NAME, "applicationProtocol");
    private static final Field INVALIDATED = Members.field(PACKAGE + "SSLSessionImpl", "invalidated");
    private static final Field RECORDS_IN_CLOSED = Members.field(PACKAGE + "InputRecord", "isClosed");
    private static final Field RECORDS_OUT_CLOSED = Members.field(PACKAGE + "OutputRecord", "isClosed");
    private static final Field RECEIVER = Members.field(PACKAGE + "SSLSocketInputRecord", "is");
    private static final Field ANSWERS = Members.field(PACKAGE + "SSLSocketInputRecord", "os");
    private static final Field DELIVER = Members.field(PACKAGE + "SSLSocketOutputRecord", "deliverStream");
    private static final Field HANDSHAKE_BYTES = Members.field(PACKAGE + "SSLSocketInputRecord", "handshakeBuffer");

    private static final Method COPY = Members.method(PACKAGE + "SSLConfiguration", "clone");
    private static final Field LISTENERS = Members.field(PACKAGE + "SSLConfiguration", "handshakeListeners");
    // These three are final. The compiler may move the reading of a final field past a writing of it, and through a
    // constant Field
    // it sees which one is read (JDK 18 and later, JEP 416): so these are no constants.
    private static volatile Field connectionField = Members.field(SOCKET_NAME, "conContext");
    private static volatile Field transportField = Members.field(CONNECTION_NAME, "transport");
    private static volatile Field settingsField = Members.field(CONNECTION_NAME, "sslConfig");

    private static final Constructor<?> LAYERED = layered();

    private static final boolean IS_KNOWN = areAllKnown();

    private static final Field[] OUTCOME = {SESSION, VERSION, APPLICATION_PROTOCOL, NEGOTIATED};

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
        return Members.get(settingsField, connectionOf(socket));
    }

    /** A copy of them, without the listeners that would be told of a socket that is not theirs. */
    public static Object silentSettingsOf(SSLSocket socket) {
        Object copy = Members.call(COPY, settingsOf(socket));
        Members.set(LISTENERS, copy, null);
        return copy;
    }

    /** A handshake from now on is made with these. */
    public static void useSettings(SSLSocket socket, Object settings) {
        Members.set(settingsField, connectionOf(socket), settings);
    }

    /** The JDK's own stream of decrypted bytes, whatever state the socket is in. */
    public static InputStream input(SSLSocket socket) {
        return (InputStream) Members.get(INPUT, socket);
    }

    public static OutputStream output(SSLSocket socket) {
        return (OutputStream) Members.get(OUTPUT, socket);
    }

    public static boolean isNegotiated(SSLSocket socket) {
        return is(NEGOTIATED, connectionOf(socket));
    }

    /** Nothing has been said yet, and nothing has ended. */
    public static boolean isPristine(SSLSocket socket) {
        Object connection = connectionOf(socket);
        return !is(NEGOTIATED, connection) && isOpen(connection);
    }

    /** A connection that can go on with another owner: negotiated, open both ways, no handshake under way, no message begun. */
    public static boolean isSettled(SSLSocket socket) {
        Object connection = connectionOf(socket);
        return is(NEGOTIATED, connection) && isOpen(connection) && !is(INVALIDATED, Members.get(SESSION, connection));
    }

    /** The session of its connection as it is, {@code null} never: another one after a renegotiation. */
    public static Object session(SSLSocket socket) {
        return Members.get(SESSION, connectionOf(socket));
    }

    /** What was agreed on with the peer (RFC 7301); null for nothing. */
    public static Object applicationProtocol(SSLSocket socket) {
        return Members.get(APPLICATION_PROTOCOL, connectionOf(socket));
    }

    /** Whether the peer has said that its user has canceled. */
    static boolean isCanceled(SSLSocket socket) {
        return is(USER_CANCELED, connectionOf(socket));
    }

    /** The two sockets exchange their connections; each keeps its settings. */
    public static void exchange(SSLSocket one, SSLSocket other) {
        Object ofOne = connectionOf(one);
        Object ofOther = connectionOf(other);
        Object settingsOfOne = Members.get(settingsField, ofOne);
        Members.set(settingsField, ofOne, Members.get(settingsField, ofOther));
        Members.set(settingsField, ofOther, settingsOfOne);
        Members.set(transportField, ofOne, other);
        Members.set(transportField, ofOther, one);
        Members.set(connectionField, one, ofOther);
        Members.set(connectionField, other, ofOne);
        Object closed = Members.get(CLOSED, one);
        Members.set(CLOSED, one, Members.get(CLOSED, other));
        Members.set(CLOSED, other, closed);
    }

    /** What a socket shows of its handshake, to {@link #show} and to take back again. */
    public static Object[] outcome(SSLSocket socket) {
        Object[] outcome = new Object[OUTCOME.length];
        for (int i = 0; i < OUTCOME.length; i++) {
            outcome[i] = Members.get(OUTCOME[i], connectionOf(socket));
        }
        return outcome;
    }

    public static void show(SSLSocket socket, Object[] outcome) {
        for (int i = 0; i < OUTCOME.length; i++) {
            Members.set(OUTCOME[i], connectionOf(socket), outcome[i]);
        }
    }

    /** Where its connection gets its records from. */
    static InputStream receiver(SSLSocket socket) {
        return (InputStream) Members.get(RECEIVER, Members.get(RECORDS_IN, connectionOf(socket)));
    }

    static void receiveFrom(SSLSocket socket, InputStream in) {
        Members.set(RECEIVER, Members.get(RECORDS_IN, connectionOf(socket)), in);
    }

    /** Its connection's records come from there, and go there. */
    public static void connectTo(SSLSocket socket, InputStream in, OutputStream out) {
        receiveFrom(socket, in);
        Members.set(ANSWERS, Members.get(RECORDS_IN, connectionOf(socket)), out);
        Members.set(DELIVER, Members.get(RECORDS_OUT, connectionOf(socket)), out);
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

    private static boolean isOpen(Object connection) {
        Object in = Members.get(RECORDS_IN, connection);
        ByteBuffer begun = (ByteBuffer) Members.get(HANDSHAKE_BYTES, in);
        return !is(BROKEN, connection)
                && !is(CLOSE_NOTIFIED, connection)
                && Members.get(HANDSHAKE, connection) == null
                && !is(RECORDS_IN_CLOSED, in)
                && !is(RECORDS_OUT_CLOSED, Members.get(RECORDS_OUT, connection))
                && (begun == null || !begun.hasRemaining());
    }

    private static boolean areAllKnown() {
        return SOCKET.isKnown()
                && CONNECTION.isKnown()
                && TlsSettings.areKnown()
                && SELF != null
                && INVALIDATED != null
                && RECORDS_IN_CLOSED != null
                && RECORDS_OUT_CLOSED != null
                && RECEIVER != null
                && ANSWERS != null
                && DELIVER != null
                && HANDSHAKE_BYTES != null
                && COPY != null
                && LISTENERS != null
                && LAYERED != null;
    }

    private static Object connectionOf(SSLSocket socket) {
        return Members.get(connectionField, socket);
    }

    private static boolean is(Field flag, Object owner) {
        return (Boolean) Members.get(flag, owner);
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
