package io.kaagent.tcp;

import io.kaagent.jdk.Members;
import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.Socket;

/**
 * Rule 8: is a socket quiet, that is: connected, with neither bytes, nor end of stream, nor an error waiting? One {@code poll} with
 * a timeout of zero on the descriptor; nothing is read, nothing waits, so that it does no harm while another thread uses the socket.
 * For TLS the look is at the plain socket below: a close_notify, an alert, or data nobody asked for are all bytes there.
 *
 * <p>Never throws.
 */
public final class QuietLook {
    private static final Method POLL =
            Members.method("sun.nio.ch.Net", "poll", FileDescriptor.class, int.class, long.class);
    private static final Object POLLIN = event("POLLIN");
    private static final Object POLLOUT = event("POLLOUT");
    private static final Object NO_WAIT = Long.valueOf(0);

    private QuietLook() {}

    /** Whether this JDK lets us look. Without it nothing may be reused. */
    public static boolean isKnown() {
        return POLL != null && POLLIN != null;
    }

    /** Whether the socket may carry another request. */
    public static boolean isQuiet(Socket socket) {
        try {
            FileDescriptor descriptor = OsSocket.descriptor(socket);
            // Asked again whether it is closed, since then the number may have been another file's.
            return descriptor != null
                    && isQuiet(descriptor)
                    && !OsSocket.below(socket).isClosed();
        } catch (RuntimeException e) {
            return false; // an error on the socket is an answer too: not quiet
        }
    }

    /** The same for a connection without a {@code Socket}; whether it was closed the caller has to know, before and after. */
    public static boolean isQuiet(FileDescriptor descriptor) {
        try {
            // POLLHUP and POLLERR are reported unasked: anything but 0 is news
            return POLL != null && ((Integer) POLL.invoke(null, descriptor, POLLIN, NO_WAIT)).intValue() == 0;
        } catch (Exception e) {
            return false;
        }
    }

    /** Waits for anything to come, so many milliseconds at most. True if nothing did; false also where it can't be waited for. */
    public static boolean staysQuiet(Socket socket, int millis) {
        try {
            FileDescriptor descriptor = OsSocket.descriptor(socket);
            return descriptor != null
                    && POLL != null
                    && ((Integer) POLL.invoke(null, descriptor, POLLIN, Long.valueOf(millis))).intValue() == 0;
        } catch (Exception e) {
            return false; // closed meanwhile: whoever reads will see it
        }
    }

    /** Whether a few bytes could be written without waiting for the peer to read what was written before. */
    public static boolean canBeWritten(Socket socket) {
        try {
            FileDescriptor descriptor = OsSocket.descriptor(socket);
            return descriptor != null && canBeWritten(descriptor);
        } catch (RuntimeException e) {
            return false; // closed meanwhile
        }
    }

    /** The same for a connection without a {@code Socket}. */
    public static boolean canBeWritten(FileDescriptor descriptor) {
        try {
            return POLL != null
                    && POLLOUT != null
                    && POLL.invoke(null, descriptor, POLLOUT, NO_WAIT).equals(POLLOUT);
        } catch (Exception e) {
            return false;
        }
    }

    /** Of a plain socket that is not quiet: whether it is bytes that wait on it. */
    public static boolean hasBytes(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Object event(String name) {
        Field field = Members.field("sun.nio.ch.Net", name);
        return field == null ? null : Integer.valueOf(((Number) Members.get(field, null)).intValue());
    }
}
