package io.kaagent.url;

import io.kaagent.tcp.QuietLook;
import io.kaagent.tls.ArrivedRecords;
import io.kaagent.tls.PostHandshake;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * Rule 8 for the connection of a client of the JDK: whether anything has arrived on it that nobody asked for, the messages of TLS itself
 * apart.
 *
 * <p>Threading: as {@link io.kaagent.pool.Resource}.
 */
final class Quiet {
    /** Null without TLS. */
    private final PostHandshake postHandshake;

    Quiet(boolean secured) {
        this.postHandshake = secured ? new PostHandshake() : null;
    }

    /** Nobody owns the connection from now on. */
    void isFree() {
        if (postHandshake != null) {
            postHandshake.isFree();
        }
    }

    /** Asked by who takes it. */
    boolean isQuiet(Socket socket) {
        return socket != null
                && (postHandshake == null || postHandshake.take())
                && (QuietLook.isQuiet(socket)
                        || socket instanceof SSLSocket
                                && postHandshake.digest((SSLSocket) socket)
                                && QuietLook.isQuiet(socket));
    }

    /** Asked while it is free, by who looks after it. */
    boolean seemsQuiet(Socket socket) {
        return socket == null
                || QuietLook.isQuiet(socket)
                || socket instanceof SSLSocket
                        && postHandshake.digestIfFree((SSLSocket) socket)
                        && QuietLook.isQuiet(socket);
    }

    /** Of one that was not: whether it is bytes that have come. */
    boolean hasBytes(Socket socket) {
        return postHandshake == null ? QuietLook.hasBytes(socket) : postHandshake.sawData();
    }

    /** Part of a record, or the server's goodbye, may lie where no look at the socket can see it. */
    static boolean hidesNothing(Socket socket) {
        return !(socket instanceof SSLSocket) || ArrivedRecords.areAllTaken((SSLSocket) socket);
    }
}
