package io.kaagent.tls;

import io.kaagent.jdk.Members;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLSocket;

/**
 * What the agent reads, and moves, in a {@code TransportContext}: the JDK's own TLS connection, as {@link JdkSocket} finds it in a socket.
 *
 * <p>Threading: as there.
 */
final class JdkConnection {
    private static final String PACKAGE = "sun.security.ssl.";
    private static final String NAME = PACKAGE + "TransportContext";

    private static final JdkClass CLASS = JdkClass.declaring(
            NAME,
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

    private static final Field RECORDS_IN = Members.field(NAME, "inputRecord");
    private static final Field RECORDS_OUT = Members.field(NAME, "outputRecord");
    private static final Field NEGOTIATED = Members.field(NAME, "isNegotiated");
    private static final Field BROKEN = Members.field(NAME, "isBroken");
    private static final Field CLOSE_NOTIFIED = Members.field(NAME, "isInputCloseNotified");
    private static final Field HANDSHAKE = Members.field(NAME, "handshakeContext");
    private static final Field SESSION = Members.field(NAME, "conSession");
    private static final Field VERSION = Members.field(NAME, "protocolVersion");
    private static final Field USER_CANCELED = Members.field(NAME, "peerUserCanceled");
    private static final Field APPLICATION_PROTOCOL = Members.field(NAME, "applicationProtocol");
    private static final Field INVALIDATED = Members.field(PACKAGE + "SSLSessionImpl", "invalidated");
    private static final Field RECORDS_IN_CLOSED = Members.field(PACKAGE + "InputRecord", "isClosed");
    private static final Field RECORDS_OUT_CLOSED = Members.field(PACKAGE + "OutputRecord", "isClosed");
    private static final Field RECEIVER = Members.field(PACKAGE + "SSLSocketInputRecord", "is");
    private static final Field ANSWERS = Members.field(PACKAGE + "SSLSocketInputRecord", "os");
    private static final Field DELIVER = Members.field(PACKAGE + "SSLSocketOutputRecord", "deliverStream");
    private static final Field HANDSHAKE_BYTES = Members.field(PACKAGE + "SSLSocketInputRecord", "handshakeBuffer");

    private static final Field HEADER_READ = Members.field(PACKAGE + "SSLSocketInputRecord", "headerOff");
    private static final Field BODY_READ = Members.field(PACKAGE + "SSLSocketInputRecord", "recordBody");

    /** In place of these two on JDK 8. */
    private static final Field HAS_HEADER = Members.field(PACKAGE + "SSLSocketInputRecord", "hasHeader");

    // Two that are final. The compiler may move the reading of a final field past a writing of it, and through a
    // constant
    // Field it sees which one is read (JDK 18 and later, JEP 416): so these are no constants.
    private static volatile Field transportField = Members.field(NAME, "transport");
    private static volatile Field settingsField = Members.field(NAME, "sslConfig");

    private static final Field[] OUTCOME = {SESSION, VERSION, APPLICATION_PROTOCOL, NEGOTIATED};

    private JdkConnection() {}

    /** Whether it is as we know it on this JDK. */
    static boolean isKnown() {
        return CLASS.isKnown()
                && INVALIDATED != null
                && RECORDS_IN_CLOSED != null
                && RECORDS_OUT_CLOSED != null
                && RECEIVER != null
                && ANSWERS != null
                && DELIVER != null
                && HANDSHAKE_BYTES != null
                && (HAS_HEADER != null || HEADER_READ != null && BODY_READ != null);
    }

    static Object settings(Object connection) {
        return Members.get(settingsField, connection);
    }

    static void useSettings(Object connection, Object settings) {
        Members.set(settingsField, connection, settings);
    }

    static void exchangeSettings(Object one, Object other) {
        Object ofOne = settings(one);
        useSettings(one, settings(other));
        useSettings(other, ofOne);
    }

    static void belongsTo(Object connection, SSLSocket socket) {
        Members.set(transportField, connection, socket);
    }

    static boolean isNegotiated(Object connection) {
        return is(NEGOTIATED, connection);
    }

    static boolean isPristine(Object connection) {
        return !isNegotiated(connection) && isOpen(connection);
    }

    static boolean isSettled(Object connection) {
        return isNegotiated(connection) && isOpen(connection) && !is(INVALIDATED, session(connection));
    }

    static Object session(Object connection) {
        return Members.get(SESSION, connection);
    }

    static Object applicationProtocol(Object connection) {
        return Members.get(APPLICATION_PROTOCOL, connection);
    }

    static boolean isCanceled(Object connection) {
        return is(USER_CANCELED, connection);
    }

    static Object[] outcome(Object connection) {
        Object[] outcome = new Object[OUTCOME.length];
        for (int i = 0; i < OUTCOME.length; i++) {
            outcome[i] = Members.get(OUTCOME[i], connection);
        }
        return outcome;
    }

    static void show(Object connection, Object[] outcome) {
        for (int i = 0; i < OUTCOME.length; i++) {
            Members.set(OUTCOME[i], connection, outcome[i]);
        }
    }

    static InputStream receiver(Object connection) {
        return (InputStream) Members.get(RECEIVER, Members.get(RECORDS_IN, connection));
    }

    static void receiveFrom(Object connection, InputStream in) {
        Members.set(RECEIVER, Members.get(RECORDS_IN, connection), in);
    }

    static void connectTo(Object connection, InputStream in, OutputStream out) {
        receiveFrom(connection, in);
        Members.set(ANSWERS, Members.get(RECORDS_IN, connection), out);
        Members.set(DELIVER, Members.get(RECORDS_OUT, connection), out);
    }

    private static boolean isOpen(Object connection) {
        Object in = Members.get(RECORDS_IN, connection);
        ByteBuffer begun = (ByteBuffer) Members.get(HANDSHAKE_BYTES, in);
        return !is(BROKEN, connection)
                && !is(CLOSE_NOTIFIED, connection)
                && Members.get(HANDSHAKE, connection) == null
                && !is(RECORDS_IN_CLOSED, in)
                && !is(RECORDS_OUT_CLOSED, Members.get(RECORDS_OUT, connection))
                && (begun == null || !begun.hasRemaining())
                && !isWithinRecord(connection);
    }

    /** Part of a record was read when a read timed out: nothing else shows those bytes. */
    static boolean isWithinRecord(Object connection) {
        Object in = Members.get(RECORDS_IN, connection);
        if (HAS_HEADER != null) {
            return is(HAS_HEADER, in);
        }
        return (Integer) Members.get(HEADER_READ, in) > 0 || ((ByteBuffer) Members.get(BODY_READ, in)).position() > 0;
    }

    static boolean forgetsHalfAHeader() {
        return HAS_HEADER != null;
    }

    /** Whether the peer has said goodbye, or ended without. */
    static boolean hasHeardTheEnd(Object connection) {
        return is(CLOSE_NOTIFIED, connection);
    }

    private static boolean is(Field flag, Object owner) {
        return (Boolean) Members.get(flag, owner);
    }
}
