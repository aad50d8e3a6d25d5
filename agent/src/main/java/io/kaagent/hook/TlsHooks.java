package io.kaagent.hook;

import io.kaagent.socket.RawPool;
import io.kaagent.socket.SecureSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** What the JDK's own {@code SSLSocket} calls. Throws nothing of its own, but for what a connection has to say. */
public final class TlsHooks {
    private static volatile RawPool raw;

    private TlsHooks() {}

    /** From now on raw TLS sockets are pooled. */
    public static void connect(RawPool rawPool) {
        rawPool.followTls();
        raw = rawPool;
    }

    /** In the constructor of a TLS socket over another one, before it says anything. */
    public static void layering(Object secure, Object socket, boolean closesBoth) {
        RawPool sockets = raw;
        if (sockets != null && !Failures.tooMany()) {
            try {
                sockets.layering((SSLSocket) secure, (Socket) socket, closesBoth);
            } catch (Throwable e) {
                Failures.report("layering", e);
            }
        }
    }

    /** What {@code getInputStream()} returns in place of the JDK's stream. */
    public static Object input(Object stream, Object socket) {
        SecureSocket secure = of(socket);
        return secure == null ? (InputStream) stream : secure.input((Socket) socket);
    }

    /** What {@code getOutputStream()} returns in place of the JDK's stream. */
    public static Object output(Object stream, Object socket) {
        SecureSocket secure = of(socket);
        return secure == null ? (OutputStream) stream : secure.output((Socket) socket);
    }

    /** Before {@code startHandshake()}: whether it is over already. If not, {@link #over} follows. */
    public static boolean handshake(Object socket) throws IOException {
        SecureSocket secure = of(socket);
        try {
            return secure != null && secure.handshake();
        } catch (RuntimeException e) {
            Failures.report("handshake", e);
            return false;
        }
    }

    /** Before {@code getSession()}. */
    public static void look(Object socket) {
        SecureSocket secure = of(socket);
        if (secure != null) {
            try {
                secure.look();
            } catch (RuntimeException e) {
                Failures.report("look", e);
            }
        }
    }

    /** After it has returned. */
    public static void looked(Object socket) {
        SecureSocket secure = of(socket);
        if (secure != null) {
            try {
                secure.looked();
            } catch (RuntimeException e) {
                Failures.report("looked", e);
            }
        }
    }

    /** Before {@code shutdownInput()}: whether it is done already. If not, {@link #over} follows. */
    public static boolean shutdownInput(Object socket) throws IOException {
        return endsOneSide(socket, false);
    }

    /** The same before {@code shutdownOutput()}. */
    public static boolean shutdownOutput(Object socket) throws IOException {
        return endsOneSide(socket, true);
    }

    private static boolean endsOneSide(Object socket, boolean output) throws IOException {
        SecureSocket secure = of(socket);
        try {
            return secure != null && secure.endsOneSide(output);
        } catch (RuntimeException e) {
            Failures.report("endsOneSide", e);
            return false;
        }
    }

    /** After each of these, whether it returned or threw. */
    public static void over(Object socket) {
        SecureSocket secure = of(socket);
        if (secure != null) {
            secure.over();
        }
    }

    /** Before {@code close()}. */
    public static void closing(Object socket) {
        SecureSocket secure = of(socket);
        if (secure != null) {
            try {
                secure.closing();
            } catch (Throwable e) {
                Failures.report("closing", e);
            }
        }
    }

    /** After it, whether it returned or threw. */
    public static void closed(Object socket) {
        SecureSocket secure = followed(socket);
        if (secure != null) {
            try {
                secure.closed((Socket) socket);
            } catch (Throwable e) {
                Failures.report("closed", e);
            }
        }
    }

    /** Null if it is none of ours, or not any more. */
    private static SecureSocket of(Object socket) {
        SecureSocket secure = followed(socket);
        return secure == null || secure.isOver() ? null : secure;
    }

    /** Null if it is none of ours; also one that is closed. */
    private static SecureSocket followed(Object socket) {
        RawPool sockets = raw;
        if (sockets != null) {
            try {
                return sockets.secure((SSLSocket) socket);
            } catch (Throwable e) {
                Failures.report("secure", e);
            }
        }
        return null;
    }
}
